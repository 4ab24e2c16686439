import { sql } from 'kysely'
import type { Acting, Reader, Writer } from '#platform/database/session.ts'

/** How somebody is told of what is news and not notice: at once, once a day, or not by mail. */
export type NewsChoice = 'immediate' | 'digest' | 'none'

/** How somebody wants to be told. */
export interface MailChoice {
  readonly news: NewsChoice
  /** Whether notices of meetings bring a calendar entry. */
  readonly calendar: boolean
}

/** Of whoever has chosen nothing. */
export const defaultMailChoice: MailChoice = { news: 'immediate', calendar: true }

/** What accounts chose; those who chose nothing are not in it. */
export async function findMailChoices(reader: Reader, accounts: readonly string[]): Promise<ReadonlyMap<string, MailChoice>> {
  if (accounts.length === 0) return new Map()
  const rows = await reader
    .selectFrom(
      sql<{
        account: string
        news: NewsChoice
        calendar: boolean
      }>`(select c.account, c.news, c.calendar from platform.mail_choices(${[...accounts]}::uuid[]) c)`.as('choice'),
    )
    .selectAll()
    .execute()
  return new Map(rows.map(({ account, news, calendar }) => [account, { news, calendar }]))
}

/** One's own choice. */
export async function findOwnMailChoice(reader: Reader, acting: Acting): Promise<MailChoice> {
  if (acting.actor === undefined) return defaultMailChoice
  return (await findMailChoices(reader, [acting.actor])).get(acting.actor) ?? defaultMailChoice
}

/** Keeps one's own choice; it holds from the next mail on. */
export async function chooseMail(tx: Writer, acting: Acting & { readonly actor: string }, choice: MailChoice): Promise<void> {
  const row = { ...choice, changed_at: acting.now }
  await tx
    .insertInto('platform.mail_choice')
    .values({ account: acting.actor, ...row })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(row))
    .execute()
}
