/** A route that does nothing: what the framework itself takes for a request. */
export function POST(): Response {
  return new Response(null, { status: 200 });
}
