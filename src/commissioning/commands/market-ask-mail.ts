import type { Writer } from '#platform/database/session.ts'
import { sendAllLater } from '#platform/mail/mail.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { TakeBackInput } from '../forms/market.ts'
import type { CommissioningNeeds, MailingNeeds } from '../needs.ts'
import { findAsked, findMarketContacts, type MarketAsk, type ProviderContact } from '../queries/market-asks.ts'
import { askState } from '../rules/market-ask.ts'
import { askMail, takenBackMail } from '../words/market-ask-mail.ts'
import { ledStep, saveLed } from './led-record.ts'
import { auditStep, takeStep } from './write-record.ts'

const about = (market: string) => ({ type: 'market', id: market })

/** Asks that were just written, as far as a mail speaks of them. */
interface WrittenAsk {
  readonly id: string
  readonly provider: string
}

/** Leaves a mail in the outbox for every contact of every provider that was just asked; one mail each, however many areas (C12). */
export async function mailAsked(
  { outbox, config }: MailingNeeds,
  tx: Writer,
  asked: readonly WrittenAsk[],
  contacts: readonly ProviderContact[],
  of: {
    readonly market: { readonly id: string; readonly title: string }
    readonly dueOn: Temporal.PlainDate
    readonly note: string
    readonly names: ReadonlyMap<string, string>
  },
): Promise<void> {
  const mails = contacts.flatMap(({ provider, name, email }) => {
    const own = asked.filter((one) => one.provider === provider)
    const [first] = own
    if (!first) return []
    const { dueOn, note, names, market } = of
    const known = { name, provider: names.get(provider) ?? 'Your organisation', market: market.title, dueOn, publicUrl: config.publicUrl }
    return [{ to: email, ...askMail({ ...known, id: first.id, areas: own.length, note }), about: about(market.id) }]
  })
  await sendAllLater(outbox, tx, mails)
}

/**
 * Takes back what a provider was asked for one market and last day and has not answered, with the reason: nothing is asked of it any more, and who was told
 * of it is told so (C12). What was answered stands.
 */
export function takeBackAsk(
  needs: MailingNeeds & Pick<CommissioningNeeds, 'db'>,
  doer: Doer,
  ask: MarketAsk,
  input: TakeBackInput,
): Promise<Result<string, FieldProblem>> {
  const step = ledStep(doer, { kind: 'market', id: ask.market }, 'market-ask-taken-back', input.version)
  return takeStep(needs.db, doer, step, async (tx, record) => {
    const open = (await findAsked(tx, ask.id, doer.today)).filter((one) => ['waits', 'late'].includes(askState(one, doer.today)))
    const [first] = open
    if (!first) return fail({ field: '', code: 'ask-answered' })
    await tx
      .updateTable('commissioning.market_ask')
      .set({ withdrawn_on: doer.today, withdrawn_because: input.because })
      .where(
        'id',
        'in',
        open.map(({ id }) => id),
      )
      .execute()
    await saveLed(tx, record, {})
    const told = open.some(({ mailedAt }) => mailedAt !== undefined) ? await findMarketContacts(tx, first.market, [first.provider]) : []
    const known = { market: first.title, provider: first.providerName, areas: open.length, dueOn: first.dueOn, because: input.because }
    const { publicUrl } = needs.config
    await sendAllLater(
      needs.outbox,
      tx,
      told.map(({ name, email }) => ({ to: email, ...takenBackMail({ ...known, name, publicUrl }), about: about(first.market) })),
    )
    await auditStep(
      tx,
      doer,
      'market-ask-taken-back',
      'market-ask',
      open.map(({ id }) => id),
    )
    return succeed(first.market)
  })
}
