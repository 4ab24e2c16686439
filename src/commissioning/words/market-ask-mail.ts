import { dayInWords } from '#platform/time/words.ts'
import { providerPaths } from '../contract-paths.ts'
import { marketPaths } from '../market-paths.ts'

/** What a mail about an ask speaks of. */
interface MailedAsk {
  /** One of the asks of the request. */
  readonly id: string
  readonly market: string
  readonly name: string
  readonly provider: string
  readonly areas: number
  readonly dueOn: Temporal.PlainDate
  readonly publicUrl: string
}

type Words = { readonly subject: string; readonly text: string }
const inAreas = (count: number): string => (count === 1 ? 'one area' : `${count} areas`)

/** The mail that asks a provider's contact for its return (C12). `note`: what the keeper says besides; may be empty. */
export function askMail({ id, market, name, provider, areas, dueOn, publicUrl, note }: MailedAsk & { readonly note: string }): Words {
  return {
    subject: `What can you give? ${market}`,
    text: [
      `Dear ${name},`,
      `${provider} is asked what it can give in ${inAreas(areas)}: ${market}. Please answer by ${dayInWords(dueOn)}:`,
      `${publicUrl}${marketPaths.ask(id)}`,
      ...(note === '' ? [] : [note]),
      'You are asked because you sign in for this provider. If that is no longer so, tell the clerk of the board.',
    ].join('\n\n'),
  }
}

/** The mail that tells the same contact that nothing is asked any more, and why. */
export function takenBackMail({
  market,
  name,
  provider,
  areas,
  dueOn,
  publicUrl,
  because,
}: Omit<MailedAsk, 'id'> & { readonly because: string }): Words {
  return {
    subject: `No longer asked: ${market}`,
    text: [
      `Dear ${name},`,
      `${provider} was asked what it can give in ${inAreas(areas)} by ${dayInWords(dueOn)}: ${market}. You need not answer.`,
      `Why: ${because}`,
      `What you are still asked: ${publicUrl}${providerPaths.own()}`,
    ].join('\n\n'),
  }
}
