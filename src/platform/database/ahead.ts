/** Says for one transaction who acts, on what day and at what moment; row-level security asks nothing else. */
export const actStatement = `select set_config('app.actor', $1, true), set_config('app.today', $2, true), set_config('app.now', $3, true)`

/** Says for one transaction which family it is about, so that policies ask about that one first (migration 0710 of early help); it opens nothing. */
export const aboutStatement = `select set_config('app.family', $1, true) as "about"`

/**
 * Whether a statement is sent without waiting for its answer: what opens a transaction, and what says what it is about. The connection keeps the order, so
 * that whatever follows runs behind it, and finds a transaction that is broken where it failed.
 */
export function isSentAhead(text: string): boolean {
  return text === actStatement || text === aboutStatement || opensTransaction(text)
}

/** Whether a statement opens a transaction. */
export function opensTransaction(text: string): boolean {
  return text === 'begin' || text.startsWith('start transaction')
}

/** Whether a statement opens a transaction that the server holds to reading. */
export function opensReading(text: string): boolean {
  return text.startsWith('start transaction') && text.endsWith(' read only')
}
