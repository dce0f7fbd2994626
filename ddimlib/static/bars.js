// A table whose rows hold a bar each, with a mark where another value lies.

import { element } from "./figure.js";

// `head` names the columns after the bar. `update` takes rows { name, share, mark, cells }: the bar's
// length and the mark's place, both from 0 to 1, and the cells' texts.
export function bars({ caption, name, head }) {
  const body = element("tbody");
  const column = (text) => element("th", { scope: "col" }, text);
  const table = element("table", { class: "ff-bars" }, element("caption", {}, caption),
    element("thead", {}, element("tr", {}, column(name), element("td"), ...head.map(column))), body);
  const per = (share) => `${(100 * Math.min(Math.max(share, 0), 1)).toFixed(1)}%`;
  return {
    element: table,
    update(rows) {
      body.replaceChildren(...rows.map(({ name: row, share, mark, cells }) => element("tr", {},
        element("th", { scope: "row" }, row),
        element("td", { class: "ff-bar", "aria-hidden": "true" }, element("div", {},
          element("i", { style: `width:${per(share)}` }), element("b", { style: `left:${per(mark)}` }))),
        ...cells.map((text) => element("td", {}, text)))));
    },
  };
}
