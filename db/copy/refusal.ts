/** Why a shop is not copied, as one sentence for a person. Nothing was changed that a second run does not find. */
export class CopyRefusal extends Error {}
