/** Why what is typed was not kept: something newer stands on the server. */
export const newerWords = {
  'saved-elsewhere': 'This was saved while you were writing, by somebody else or in another tab',
  'typed-elsewhere': 'You wrote something else in another tab or on another device',
} as const

/** Says that words were kept; `time` is for example '14:05'. */
export function keptWords(time: string): string {
  return `Kept at ${time}, for you alone. Press Save to put it in place.`
}
