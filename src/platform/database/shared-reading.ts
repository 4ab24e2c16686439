import { setImmediate } from 'node:timers/promises'

/** Asks for something read; `key` says for whom it is the same. */
export type SharedReading<Value> = (key: string, read: () => Promise<Value>) => Promise<Value>

interface Turn<Value> {
  /** The reading that begins next, for all who asked meanwhile; undefined while nobody did. */
  next: Promise<Value> | undefined
  /** Settled once the reading under way is over, however it ended. */
  over: Promise<void>
}

/**
 * One reading for all who ask for the same while another is under way. Nothing is kept: who asks while a reading runs waits for the next one, which begins
 * after they asked, so that everybody sees whatever was written before they did. Nobody waits for more than two readings. A reading that fails fails for
 * those who share it, and for nobody after. Only for what is the same for everybody under a key: what visitors see on a day.
 */
export function sharedReading<Value>(): SharedReading<Value> {
  const turns = new Map<string, Turn<Value>>()
  /** Begins once those whose requests have arrived together have all asked. */
  const begin = async (key: string, turn: Turn<Value>, read: () => Promise<Value>): Promise<Value> => {
    await turn.over
    await setImmediate()
    // From here on who asks is not among those who share this one.
    turn.next = undefined
    const answer = read()
    turn.over = answer.then(
      () => {},
      () => {},
    )
    turn.over.then(() => {
      if (turn.next === undefined) turns.delete(key)
    })
    return answer
  }
  return (key, read) => {
    const turn = turns.get(key) ?? { next: undefined, over: Promise.resolve() }
    turns.set(key, turn)
    turn.next ??= begin(key, turn, read)
    return turn.next
  }
}
