import { instantInWords } from '#platform/time/words.ts'
import type { Program } from '../queries/programs.ts'
import type { FigureMail } from './duties.ts'

/** Tells whoever holds a token that it gives no more figures of a measure; the subject names no measure. */
export function programEndMail(
  end: { readonly title: string; readonly token: string; readonly reason: string; readonly name: string; readonly sight: string },
  publicUrl: string,
): FigureMail {
  const measure = end.sight === 'public' ? `“${end.title}”` : 'a measure that is not public'
  return {
    subject: 'Your program gives no more figures of one measure',
    text: [
      `Your token “${end.token}” can give no more figures of ${measure}. ${end.name} ended that.`,
      `The reason: ${end.reason}`,
      'What it gave stays. For everything else the token works as before.',
      `Your tokens: ${publicUrl}/me/tokens`,
    ].join('\n\n'),
  }
}

/** Whose figures a program gives, and when it was used: 'Northbrook Police, held by Ana Lima'. */
export function programInWords({ agency, holder }: Program): string {
  return `${agency === undefined ? 'Of this measure alone' : `Of every measure of ${agency}`}, held by ${holder}`
}

/** When a program gave figures of one measure. */
export function broughtInWords({ broughtAt }: Pick<Program, 'broughtAt'>): string {
  return broughtAt === null ? 'No figures of it in the last 31 days' : `Figures of it came ${instantInWords(broughtAt)}`
}

/** When a program was used for anything, and until when it works. */
export function programUsedInWords({ lastUsedAt, expiresAt }: Pick<Program, 'lastUsedAt' | 'expiresAt'>): string {
  return `${lastUsedAt === null ? 'Never used' : `Last used ${instantInWords(lastUsedAt)}`}. Works until ${instantInWords(expiresAt)}.`
}

/** When a program was used, and when for one measure. */
export function usedInWords({ lastUsedAt, broughtAt, expiresAt }: Program): string {
  const brought =
    broughtAt === null ? 'no figures of this measure in the last 31 days' : `figures of this measure ${instantInWords(broughtAt)}`
  return `${lastUsedAt === null ? 'Never used' : `Last used ${instantInWords(lastUsedAt)}, ${brought}`}. Works until ${instantInWords(expiresAt)}.`
}
