"""Chapter 11 for the finished reference64: python runs/next/chapter11.py book/11-flowers.ipynb WORDS.json

WORDS.json: {"@QUESTION@": …, "@ERRORS@": …, "@ALT@": …}, written when the numbers are known.
"""
import json, sys
path = sys.argv[1]
nb = json.load(open(path, encoding="utf-8"))
cells = {c["id"]: c for c in nb["cells"]}
def text(id): return "".join(cells[id]["source"])
def put(id, s): cells[id]["source"] = s.splitlines(keepends=True)
def swap(id, old, new):
    s = text(id); assert s.count(old) == 1, (id, s.count(old), old); put(id, s.replace(old, new))

swap("flowers-goals", """- What the reference's recipe and ours make of the same pictures, and which single step of the sampler makes the
  difference.""", """- What the reference's recipe makes of the pictures, what an average of its weights adds, and which single step of the
  sampler makes the difference.""")
s = text("flowers-goals")
a = s.index("Two processor cores made all runs"); b = s.index("```", a)
put("flowers-goals", s[:a] + """Two processor cores made all runs on this page. `reference64` is the reference's recipe on the reference's network, with
every picture counted five times in an epoch, as there. It saw 1.0 million images. The published run saw 1.64 million, since it
had 6,551 pictures to train on where we have 4,000. The runs called *flowers* are older. Their network has as many parameters as the
reference's and is not the same ([chapter 5](05-unet.ipynb) tells the story). So compare no number of theirs with a
published one. `make runs` makes all runs again.
""" + s[b:])
swap("ch11-18", '''shown = [("reference64", "no class")]
shown += [''', '''shown = [("reference64", one) for one in ("last", "average")]
shown += [''')
swap("ch11-18", '''    "no class": "evaluation.json",
''', '''    "last": "evaluation.json",
    "average": "evaluation-second.json",
    "no class": "evaluation.json",
''')
swap("ch11-18", '''shown += [("flowers64-blocks", one) for one in asked]''',
 '''shown += [("flowers64-blocks", one) for one in list(asked)[2:]]''')

s = text("ch11-64-5")
a = s.index("(flowers-recipe)=")
put("ch11-64-5", s[:a] + """(flowers-recipe)=
## The reference's recipe in full

The reference trains at a constant rate and samples with its last weights. `reference64` is that recipe, from the first
image to the millionth. Beside it we kept an average of the weights and of the batch norms' statistics, with a decay of
0.999. The average takes no part in the training: it only looks on. So *one* training ends in two networks, and nothing else
about them differs.

:::{question} One training, two networks: the last weights, and their average. How far apart are they?
:name: q-ch11-recipe

- [ ] Far apart in the error of the noise, and so in the flowers.
  - Most of the error is noise that nobody could predict. What an average changes is small in that sum.
- [ ] Close in both.
  - The errors say so, and the pictures do not.
- [x] Close in the error of the noise, far apart in the flowers.
  - @QUESTION@
:::
""")
put("ch11-64-ref-2", '''found = {
    row["epoch"]: row
    for row in recorded.metrics("reference64")
    if "second_validation_noise_mae" in row
}
keys = [
    f"{which}validation_{what}_mae"
    for what in ("noise", "image")
    for which in ("", "second_")
]
rows = [
    (f"{epoch}", *(found[epoch][key] for key in keys))
    for epoch in (1, 10, 20, 30, 40, 50)
]
published = recorded.read_json("experiments", "published.json")
theirs = published["flowers102"]["mae-noise-cosine"]
noise, image = (theirs[f"validation_{x}_mae"] for x in ("noise", "image"))
rows.append(("published", noise, None, image, None))
columns = ["noise: last", "average", "image: last", "average "]
plots.table(rows, {"epoch": ""} | dict.fromkeys(columns, ".4f"))
''')
put("ch11-64-ref-3", """@ERRORS@ The published errors come from other held-back pictures of the same flowers, so do not read
the last digits.

Now look at the pictures. The first three rows are the last weights at three stops of the training, two epochs apart. The fourth
is the average at the last of these stops. The fifth is `flowers64-blocks`, a network that was trained apart from both. All start
from the same noise.""")
put("ch11-64-ref-4", '''stops = {
    f"last, {epoch}": ("reference64", f"epoch-{epoch:04d}.png")
    for epoch in (46, 48, 50)
}
stops["average, 50"] = "reference64", "second-epoch-0050.png"
stops["flowers, 80"] = "flowers64-blocks", "epoch-0080.png"
plots.recorded_samples(
    {
        row: recorded.path(name) / "samples" / file
        for row, (name, file) in stops.items()
    },
    size=64,
    count=4,
)
''')
m = cells["ch11-64-ref-4"]["metadata"]["mystnb"]
m["figure"]["caption"] = ("The same four noises: the last weights of reference64 after epochs 46, 48 and 50, the average of its weights "
  "after epoch 50, and flowers64-blocks after epoch 80; no class, 20 steps, not selected.")
m["image"]["alt"] = "@ALT@"
put("ch11-64-ref-5", '''record = recorded.read_json("first-step", "table.json")
colours = list(record["photographs"])
rows = [
    (f"{row['epoch']}", *row["last"].values(), *row["average"].values())
    for row in record["colours_by_epoch"]
]
rows.append(("photographs", *record["photographs"].values(), *[None] * 3))
columns = [f"last: {colours[0]}", *colours[1:]]
columns += [f"average: {colours[0]}", *(f"{one} " for one in colours[1:])]
plots.table(
    rows,
    {"epoch": ""} | dict.fromkeys(columns, ".2f"),
    "Mean colour of 36 samples, from 0 to 1",
)
''')
s = text("ch11-64-ref-6")
a = s.index(":::{question}")
put("ch11-64-ref-6", """Every stop of the last weights has a colour of its own. The weights never rest, because the rate does not fall, and the average
of them does rest. But where on the way from noise to picture does the cast come in? To find out, one of the two networks makes
the *first* evaluation, and the other all the rest (`python benchmarks/first_step.py`).

""" + s[a:].replace("Whoever makes it decides nearly everything. There an error in the noise arrives in the image enlarged by 50.",
 "Whoever makes it decides nearly everything. There an error in the noise arrives in the image enlarged by 50.")
 .replace("The last steps draw detail. How bright the picture is they take from what they are given.",
  "The last steps draw detail. Their colours they take from what they are given."))
put("flowers-first-step", '''moved = {
    (row["first"], row["others"]): (row["moved"], row["standard_error"])
    for row in record["rows"]
}
names = "last", "average"
plots.table(
    [(one, *(moved[one, other] for other in names)) for one in names],
    {"first step by": ""}
    | {f"all others by {other}": ".3f" for other in names},
    "How far the mean colour of a picture moves, from what the average "
    "makes of the same noise: mean of 32 noises, ± standard error",
)
''')
put("flowers-swap-text", """Read the table by its rows. The network that makes the first step decides nearly everything, and the nineteen steps after it
add little. The story of many small errors is wrong. Why the first step? There the picture is almost pure noise: the
noise rate is 1 and the signal rate 0.02. The predicted image is what remains when the predicted noise is taken
away, divided by the signal rate. So an error in the noise arrives in the image enlarged by $\\sigma_t/\\alpha_t = 50$:
""")
put("flowers-first-bias", '''rates = large.schedule(torch.tensor(1.0))
ratio = (rates.noise / rates.signal).item()
plots.table(
    [
        (name, *(-ratio * one for one in error.values()))
        for name, error in record["mean_error_of_the_noise_at_1"].items()
    ],
    {"": ""} | dict.fromkeys(colours, ".2f"),
    "The first predicted image is off by so many standard deviations of "
    "its colour: minus 50 times the mean error of the noise at t = 1",
)
''')
swap("flowers-first-story", """An error of a hundredth, the same at every pixel, is next to nothing in a loss. In the first image it is nearly half a
standard deviation. The later steps keep that brightness, because they take it from the picture that they are given.""",
"""An error of a hundredth, the same at every pixel, is next to nothing in a loss. In the first image it is half a
standard deviation. The later steps keep that cast, because they take their colours from the picture that they are given.""")
swap("flowers-first-story", """So the KID-F of such a run is that of the epoch at which it stopped: luck, good or bad. The cheapest remedy is to
average the weights, as the [grid below](flowers-ours) shows.""",
"""So the KID-F of such a run is that of the epoch at which it stopped: luck, good or bad. The average cures it, in this one run and
over seeds in the [grid below](flowers-ours). And it costs next to nothing.""")
swap("flowers-first-story", "also in the last row,\nwhose network was trained apart from the other. What they share is the pictures and the noise.",
 "also in the last row,\nwhose network was trained apart from the others. What they share is the pictures and the noise.")
for c in nb["cells"]:
    if c["cell_type"] == "markdown":
        s = "".join(c["source"])
        old = """- Two networks may have nearly the same error and paint in other colours at every stop. The first step of the sampler decides
  the brightness; averaged weights keep it steady, and need statistics of their own."""
        if old in s:
            c["source"] = s.replace(old, """- Two networks may have nearly the same error and paint in other colours. The first step of the sampler decides
  the cast; averaged weights keep it steady, and need statistics of their own.""").splitlines(keepends=True)
for key, value in json.load(open(sys.argv[2])).items() if len(sys.argv) > 2 else ():
    for c in nb["cells"]:
        s = "".join(c["source"])
        if key in s: c["source"] = s.replace(key, value).splitlines(keepends=True)
    if "@ALT@" == key: m["image"]["alt"] = value
json.dump(nb, open(path, "w", encoding="utf-8"), indent=1, ensure_ascii=False); open(path, "a").write("\n")
