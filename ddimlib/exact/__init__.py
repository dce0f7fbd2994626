"""What needs no training: exact answers that networks and samplers are compared with."""
