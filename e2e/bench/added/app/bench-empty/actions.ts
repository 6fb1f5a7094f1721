"use server";

/** An action that does nothing: what the framework itself takes for one. */
export async function empty(): Promise<void> {}
