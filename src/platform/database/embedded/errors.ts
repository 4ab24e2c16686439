/** The embedded server cannot start; the message is a sentence for the operator. */
export class DatabaseStartError extends Error {}

/** The sentence for data that another process serves. */
export function inUse(folder: string): DatabaseStartError {
  return new DatabaseStartError(
    `The database in ${folder} is in use: another Goldenthread runs on it. Stop that one, or set GOLDENTHREAD_DATA to another folder.`,
  )
}
