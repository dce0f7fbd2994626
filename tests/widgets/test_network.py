"""Figures of a page that name the same network share one download and one worker."""

import pytest

from ddimlib.widgets.network import RUNTIMES

# A page with a network of ten bytes. It counts what is fetched and how many workers are started; a
# worker answers a question after one turn, and says which it got and whether it was at work then.
PAGE = """
(async () => {
  const fetched = [];
  const modes = [];
  const bad = new Set(data.bad);
  globalThis.fetch = async (url, { cache }) => {
    fetched.push(new URL(url).pathname.split("/").at(-1));
    modes.push(cache);
    const bytes = url.includes(".wasm") ? new TextEncoder().encode("\\0asm, and so on")
      : new Uint8Array(10);
    return new Response(bad.delete(fetched.at(-1)) ? bytes.slice(1) : bytes);
  };
  const workers = [];
  const makeWorker = () => {
    let busy = 0;
    const worker = {
      ended: false,
      questions: [],
      terminate() { worker.ended = true; },
      async postMessage({ id, task, label, noisy }) {
        busy += 1;
        if (task === "predict") worker.questions.push([label, busy]);
        await new Promise((done) => setTimeout(done));
        busy -= 1;
        const prediction = noisy?.map((value) => value / 2);
        if (!worker.ended) worker.onmessage({ data: { id,
          answer: { prediction, seconds: 1, processor: "wasm", reason: "" } } });
      },
    };
    workers.push(worker);
    return worker;
  };
  const about = (model) => ({ ...data.about, model });
  const open = (model) => sharedNetwork(about(model), "https://book.example/", makeWorker);
  const rates = { signal: 0.6, noise: 0.8 };
  const said = await (async () => { %s })();
  const seen = workers.map(({ ended, questions }) => ({ ended, questions }));
  return { said, fetched, modes, workers: seen };
})()
"""

ABOUT = {
    "size": 1,
    "schedule": {"kind": "cosine", "options": {}},
    "target": "noise",
    "classes": 5,
    "model_bytes": 10,
    "runtime": "vendor/onnxruntime/",
    "runtimes": RUNTIMES,
}
WASM, ASYNCIFY = (str(runtime["binary"]) for runtime in RUNTIMES.values())


@pytest.fixture
def on_a_page(run_javascript):
    def run(script, bad=()):
        return run_javascript(
            "shared_network.js", PAGE % script, {"about": ABOUT, "bad": list(bad)}
        )

    return run


def test_two_figures_share_one_download_and_one_worker(on_a_page):
    seen = on_a_page("""
      const [one, two] = [open("models/a.onnx"), open("models/a.onnx")];
      const before = one.toFetch();
      await Promise.all([one.open(), two.open()]);
      await two.open();
      return { same: one === two, before, after: two.toFetch(), ready: two.ready };
    """)
    assert seen["fetched"] == [WASM, "a.onnx"]
    assert len(seen["workers"]) == 1
    whole = 10 + RUNTIMES["wasm"]["bytes"]
    assert seen["said"] == {"same": True, "before": whole, "after": 0, "ready": True}


def test_another_file_is_another_network(on_a_page):
    seen = on_a_page("""
      const [one, two] = [open("models/a.onnx"), open("models/b.onnx")];
      await one.open();
      return [two.ready, two.toFetch() > 0];
    """)
    assert seen["said"] == [False, True]
    assert "b.onnx" not in seen["fetched"]


def test_a_worker_is_asked_one_thing_after_the_other(on_a_page):
    seen = on_a_page("""
      const network = open("models/a.onnx");
      await network.open();
      const ask = (label) => network.predict(Float32Array.of(3, 4, 5), rates, label);
      const answers = await Promise.all([ask(0), ask(1), ask(undefined)]);
      return answers.map(({ noise, where }) => [Array.from(noise), where]);
    """)
    assert seen["said"] == [[[1.5, 2, 2.5], "on your processor"]] * 3
    # Each was alone with the worker; whoever names no class asks for the number after the last.
    assert seen["workers"][0]["questions"] == [[0, 1], [1, 1], [5, 1]]


@pytest.mark.parametrize("bad", ["a.onnx", WASM])
def test_both_figures_hear_of_a_bad_answer_and_the_next_try_fetches_anew(on_a_page, bad):
    seen = on_a_page(
        """
      const network = open("models/a.onnx");
      const tries = await Promise.allSettled([network.open(), network.open()]);
      await network.open();
      return [...tries.map(({ reason }) => reason.message), network.ready];
    """,
        bad=[bad],
    )
    assert all("what came is not the" in message for message in seen["said"][:2])
    assert seen["said"][2] is True
    loader = WASM.replace(".wasm", ".mjs")
    assert seen["fetched"] == [WASM, "a.onnx", WASM, "a.onnx", RUNTIMES["wasm"]["module"], loader]
    assert seen["modes"] == ["default"] * 2 + ["reload"] * 4


def test_another_processor_is_another_worker_and_fetches_the_network_no_more(on_a_page):
    seen = on_a_page("""
      const network = open("models/a.onnx");
      await network.open();
      let changes = 0;
      network.onChange(() => { changes += 1; });
      const asked = network.predict(Float32Array.of(3), rates).catch((error) => error.message);
      await Promise.resolve();
      network.choose("webgpu");
      const costs = network.toFetch();
      await network.open();
      return { said: await asked, costs, changes };
    """)
    assert seen["said"]["said"] == "it was put away"
    assert seen["said"]["costs"] == RUNTIMES["webgpu"]["bytes"]
    assert seen["said"]["changes"] == 3  # chosen, fetching, there
    assert seen["fetched"] == [WASM, "a.onnx", ASYNCIFY]
    assert [worker["ended"] for worker in seen["workers"]] == [True, False]


# What browsers have of the Cache API, as far as a network needs it.
SHELF = """
  const shelf = new Map();
  const cache = {
    keys: async () => [...shelf.keys()].map((url) => ({ url })),
    delete: async (url) => shelf.delete(url),
    put: async (url, response) => shelf.set(url, response),
  };
  globalThis.caches = { open: async () => cache, match: async (url) => shelf.get(url)?.clone() };
  const soon = () => new Promise((done) => setTimeout(done, 20));
"""


def test_the_next_page_has_nothing_to_fetch(on_a_page):
    seen = on_a_page(
        SHELF
        + """
      await open("models/a.onnx?1").open();
      await soon();
      const first = fetched.splice(0).length;
      delete globalThis.noiseToFlowersNetworks; // another page has a global object of its own
      const next = await import("./shared_network.js?next");
      const site = "https://book.example/";
      const network = next.sharedNetwork(about("models/a.onnx?1"), site, makeWorker);
      let changes = 0;
      network.onChange(() => { changes += 1; });
      await soon();
      const costs = network.toFetch();
      await network.open();
      return { first, costs, changes: changes > 0, ready: network.ready };
    """
    )
    assert seen["said"] == {"first": 2, "costs": 0, "changes": True, "ready": True}
    assert seen["fetched"] == []


def test_another_version_of_the_network_is_fetched_and_takes_the_place_of_the_old_one(on_a_page):
    seen = on_a_page(
        SHELF
        + """
      await open("models/a.onnx?1").open();
      await soon();
      await open("models/a.onnx?2").open();
      await soon();
      return [...shelf.keys()].map((url) => url.split("/").at(-1));
    """
    )
    assert seen["fetched"] == [WASM, "a.onnx", "a.onnx"]
    assert seen["said"] == [f"{WASM}?{RUNTIMES['wasm']['bytes']}", "a.onnx?2"]


def test_a_bad_answer_is_not_kept_for_the_next_page(on_a_page):
    seen = on_a_page(
        SHELF
        + """
      await open("models/a.onnx?1").open().catch(() => {});
      await soon();
      return shelf.size;
    """,
        bad=["a.onnx"],
    )
    assert seen["said"] == 0


def test_who_watches_is_told_how_much_has_come(on_a_page):
    seen = on_a_page("""
      const told = [];
      await open("models/a.onnx").open((bytes, total) => told.push([bytes, total]));
      return told;
    """)
    whole = 10 + RUNTIMES["wasm"]["bytes"]
    assert seen["said"][-1] == [whole, whole]
    assert all(total == whole for _, total in seen["said"])
    assert len(seen["said"]) == 3


# The worker's next answer is an error, as network.worker.js sends it.
FAILS = """
  const network = open("models/a.onnx");
  await network.open();
  let changes = 0;
  network.onChange(() => { changes += 1; });
  const answer = workers[0].onmessage;
  workers[0].onmessage = ({ data: { id } }) =>
    answer({ data: { id, error: "Aborted(OOM)", refused } });
  const ask = () => network.predict(Float32Array.of(3), rates)
    .then(() => "", (error) => error.message);
  const said = await ask();
"""


def test_a_runtime_that_has_died_is_put_away_and_the_next_is_started(on_a_page):
    seen = on_a_page(
        "const refused = false;"
        + FAILS
        + """
      const { ready, trouble } = network;
      const heard = changes;
      await network.open();
      return { said, ready, heard, trouble, then: await ask(), after: network.trouble };
    """
    )
    died = {"said": "Aborted(OOM)", "ready": False, "heard": 1, "trouble": "Aborted(OOM)"}
    assert seen["said"] == {**died, "then": "", "after": ""}
    assert [worker["ended"] for worker in seen["workers"]] == [True, False]
    assert seen["fetched"].count("a.onnx") == 1


def test_a_question_that_is_refused_leaves_the_worker_to_the_others(on_a_page):
    seen = on_a_page(
        "const refused = true;"
        + FAILS
        + """
      workers[0].onmessage = answer;
      return { said, ready: network.ready, changes, then: await ask() };
    """
    )
    assert seen["said"] == {"said": "Aborted(OOM)", "ready": True, "changes": 0, "then": ""}
    assert [worker["ended"] for worker in seen["workers"]] == [False]


def test_a_worker_that_fails_between_two_questions_is_put_away(on_a_page):
    seen = on_a_page("""
      const network = open("models/a.onnx");
      await network.open();
      workers[0].onerror({ preventDefault() {}, message: "it broke" });
      return [network.ready, network.trouble];
    """)
    assert seen["said"] == [False, "it broke"]


def test_outputs_of_a_notebook_share_a_network_though_each_brings_its_script(on_a_page):
    seen = on_a_page("""
      const network = open("models/a.onnx");
      const other = await import("./shared_network.js?another-cell");
      const site = "https://book.example/";
      return other.sharedNetwork(about("models/a.onnx"), site, makeWorker) === network;
    """)
    assert seen["said"] is True


# The worker's own text with a runtime that says `problem`, and counts what is released.
WORKER = """
(async () => {
  const posted = [];
  globalThis.self = { postMessage: (message) => posted.push(message) };
  globalThis.released = 0;
  const runtime = `
    export const env = { wasm: {} };
    export class Tensor { constructor(type, data, dims) {
      if (data.length !== dims.reduce((a, b) => a * b)) throw new Error("a wrong shape");
      this.data = data;
    } }
    const session = (where) => ({ inputNames: [], release: async () => { released += 1; },
      run: async ({ noisy }) => {
        if (where === "webgpu" || data.problem) throw new Error(data.problem || "no card");
        return { prediction: noisy };
      } });
    export const InferenceSession = { create: async (file, { executionProviders: [where] }) =>
      session(where) };`;
  globalThis.data = data;
  const { default: text } = await import("./network.worker.js");
  const asModule = (code) => `data:text/javascript,${encodeURIComponent(code)}`;
  await import(asModule(text));
  const send = (message) => self.onmessage({ data: message });
  await send({ id: 1, task: "load", runtime: "data:text/javascript,",
    module: encodeURIComponent(runtime), network: new ArrayBuffer(4), processor: data.processor });
  const noisy = Float32Array.from(data.noisy);
  await send({ id: 2, task: "predict", noisy, size: 1, variance: 1 });
  const { error = "", refused = false, answer } = posted[1];
  return { error, refused, processor: answer?.processor ?? "", released };
})()
"""


@pytest.mark.parametrize(
    ("problem", "noisy", "refused"),
    [
        (
            "failed to call OrtRun(). ERROR_CODE: 2, ERROR_MESSAGE: Got invalid dimensions",
            [1],
            True,
        ),
        ("failed to call OrtRun(). ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc", [1], False),
        ("Aborted(). Build with -sASSERTIONS for more info.", [1], False),
        ("", ["NaN"], True),
    ],
)
def test_the_worker_tells_a_bad_question_from_a_dead_runtime(
    run_javascript, problem, noisy, refused
):
    given = {"problem": problem, "noisy": noisy, "processor": "wasm"}
    answer = run_javascript("shared_network.js", WORKER, given)
    assert (answer["error"] != "", answer["refused"]) == (True, refused)


def test_the_worker_releases_the_card_that_it_gives_up(run_javascript):
    given = {"problem": "", "noisy": [1], "processor": "webgpu"}
    answer = run_javascript("shared_network.js", WORKER, given)
    assert answer == {"error": "", "refused": False, "processor": "wasm", "released": 1}
