/** One line of an error answer, before it gets its `debug_uuid`. */
export interface RefusalDetail {
  code: string;
  location: string;
  message: string;
}

/** A definite "no" to a caller, with the HTTP status it is answered with. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly status: number;
  readonly details: RefusalDetail[];

  constructor(status: number, details: RefusalDetail | RefusalDetail[]) {
    const list = Array.isArray(details) ? details : [details];
    super(list.map((detail) => detail.message).join(" "));
    this.name = "Refusal";
    this.status = status;
    this.details = list;
  }
}

/** A well-formed request that the state of things forbids: 422. */
export function unprocessable(code: string, location: string, message: string): Refusal {
  return new Refusal(422, { code, location, message });
}

/** Something that does not exist: 404. */
export function notFound(what: string): Refusal {
  return new Refusal(404, { code: "not_found", location: "path", message: `There is no such ${what}.` });
}
