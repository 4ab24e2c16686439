/** There is no such thing, or nothing that this person may know of: answered with 404, so that addresses reveal nothing. */
export class NotFound extends Error {}

/** The person is known and may see this, but not do that: answered with 403 and a sentence. */
export class Forbidden extends Error {}

/** Somebody else changed the same record first: answered with 409; the page shows both and loses nothing. */
export class Conflict extends Error {}

/** Nobody is signed in: answered by the sign-in page, which leads back. */
export class SignInNeeded extends Error {}
