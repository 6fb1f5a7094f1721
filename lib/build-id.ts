declare const TILL_BUILD: string | undefined;

/** Which build of the app this is; the same in the server and in the pages of one build. Written in while building. */
export const buildId: string = typeof TILL_BUILD === "string" ? TILL_BUILD : "not built";
