"""Four ways to generate, on points in the plane (chapter 1)."""
