import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";

/** A labelled drop-down; `chosen` is preselected. */
export function select(
  label: string,
  name: string,
  options: readonly (string | number)[],
  chosen?: string | number,
): Html {
  return html`<label>${label} <select name="${name}">
    ${options.map(
      (option) =>
        html`<option value="${option}" ${option === chosen ? html`selected` : ""}>${option === "" ? "(none)" : option}</option>`,
    )}
  </select></label>`;
}

/** A labelled one-line input. */
export function input(
  label: string,
  name: string,
  options: { value?: string | number; placeholder?: string; isNumber?: boolean } = {},
): Html {
  return html`<label>${label} <input name="${name}" value="${options.value ?? ""}" placeholder="${options.placeholder ?? ""}" ${
    options.isNumber ? html`inputmode="numeric" size="7"` : html`size="16"`
  }></label>`;
}

/** A form that is one button. */
export function buttonForm(action: string, label: string): Html {
  return html`<form method="post" action="/control/do${action}"><button>${label}</button></form>`;
}

/** A table that scrolls sideways rather than the page; without rows, a line that says so. */
export function table(caption: string, heads: string[], rows: Html[]): Html {
  if (rows.length === 0) return html`<p class="quiet">None yet.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows}</tbody>
  </table></div>`;
}
