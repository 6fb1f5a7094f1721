/** Where a page keeps its reader's language in the browser, for the page that is shown without any network. */
export const keptLanguageKey = "till-language";
