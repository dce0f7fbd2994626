// Questions that take an answer by a click (book/_ext/questions.py). Without this script a page shows
// the choices and a folded answer. Answers stay in this browser: nothing is sent anywhere.

(function () {
  "use strict";

  const KEY = "noise-to-flowers:answers"; // {question: [[choice, verdict], …]}, a pair for each try

  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return found && typeof found === "object" ? found : {};
    } catch {
      return {}; // a browser that keeps nothing, or something else under our name
    }
  }

  function keep(answers) {
    try {
      localStorage.setItem(KEY, JSON.stringify(answers));
    } catch {
      // Forbidden or full: the reply is shown all the same, and forgotten with the page.
    }
  }

  const tries = (answers, name) => (Array.isArray(answers[name]) ? answers[name] : []);

  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }

  function enliven(box) {
    const title = box.querySelector(".admonition-title");
    const list = box.querySelector("ol.choices");
    const replies = [...box.querySelectorAll("details.answer > .reply")];
    const shown = make("div", { class: "shown", role: "status" });
    const items = [...list.children];
    title.id = `${box.id}-title`;
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", title.id);

    function show(choice) {
      items.forEach((item, index) => {
        const chosen = index === choice;
        item.querySelector("button").setAttribute("aria-pressed", chosen);
        item.classList.remove("right", "near", "wrong");
        if (chosen) item.classList.add(verdict(choice));
      });
      shown.replaceChildren(replies[choice].cloneNode(true));
      if (shown.querySelector(".math:not(:has(mjx-container))")) {
        window.MathJax?.startup?.promise?.then(() => window.MathJax.typesetPromise([shown]));
      }
    }

    const verdict = (choice) =>
      ["right", "near", "wrong"].find((word) => replies[choice].classList.contains(word));

    function answer(choice) {
      const answers = kept();
      const before = tries(answers, box.id);
      if (before.at(-1)?.[0] !== choice) {
        keep({ ...answers, [box.id]: [...before, [choice, verdict(choice)]] });
      }
      show(choice);
    }

    items.forEach((item, index) => {
      const letter = String.fromCharCode(65 + index);
      const text = make("div", { id: `${box.id}-${letter}` }, ...item.childNodes);
      const button = make("button", {
        type: "button", id: `${box.id}-choose-${letter}`, "aria-pressed": "false",
        "aria-labelledby": `${box.id}-choose-${letter} ${text.id}`,
      }, letter);
      item.append(button, text);
      item.addEventListener("click", (event) => {
        // The button's own click comes up here. Beside it, who follows a link or selects words does
        // not answer.
        const elsewhere = event.target.closest("a") || !getSelection().isCollapsed;
        if (event.target.closest("button") || !elsewhere) answer(index);
      });
    });
    list.classList.add("live");
    list.after(shown);
    const last = tries(kept(), box.id).at(-1)?.[0];
    if (replies[last]) show(last);
  }

  // The page that says what to read again.

  function outcome(all) {
    if (!all.length) return ["open", "not answered yet"];
    const right = all.findIndex(([, verdict]) => verdict === "right");
    if (right === 0) return ["right", "right at once"];
    if (right > 0) return ["again", `right at try ${right + 1}`];
    return ["again", all.at(-1)[1] === "near" ? "nearly right so far" : "not right yet"];
  }

  function overview(lists) {
    const forget = make("button", { type: "button" }, "Forget all answers");
    const summary = make("p", { role: "status" });
    const again = make("ul", {});
    lists[0].previousElementSibling.before(
      make("div", { class: "remembered" }, summary, again, make("p", {}, forget)));

    function draw() {
      const answers = kept();
      const count = { open: 0, right: 0, again: 0 };
      const sections = new Map(); // the same section once, however many of its questions went wrong
      for (const list of lists) {
        for (const item of list.children) {
          const [question, section] = item.querySelectorAll("a");
          const [state, words] = outcome(tries(answers, question.hash.slice(1)));
          count[state] += 1;
          item.dataset.state = state;
          item.querySelector(".outcome")?.remove();
          question.after(make("span", { class: "outcome" }, ` ${words}.`));
          if (state !== "again") continue;
          const chapter = list.previousElementSibling.textContent;
          const entry = make("li", {}, section.cloneNode(true), ` (${chapter})`);
          if (!sections.has(section.href)) sections.set(section.href, entry);
        }
      }
      const answered = count.right + count.again;
      const all = answered + count.open;
      summary.textContent = answered
        ? `You have answered ${answered} of ${all} questions, ${count.right} of them right at once.`
          + (sections.size ? " Read again:" : "")
        : `None of the ${all} questions has been answered in this browser.`;
      again.replaceChildren(...sections.values());
      again.hidden = !sections.size;
      forget.hidden = !answered;
    }

    forget.addEventListener("click", () => {
      try {
        localStorage.removeItem(KEY);
      } catch {
        // Then there is nothing to forget.
      }
      summary.tabIndex = -1;
      draw();
      summary.focus(); // the button is gone
    });
    draw();
    window.addEventListener("pageshow", draw); // back from a chapter
  }

  document.querySelectorAll(".admonition.question").forEach(enliven);
  const lists = [...document.querySelectorAll("ul.asked")];
  if (lists.length) overview(lists);
})();
