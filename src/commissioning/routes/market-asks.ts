import { Hono } from 'hono'
import { type Asked, withBody } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { askProviders, makeReturn } from '../commands/market-ask.ts'
import { takeBackAsk } from '../commands/market-ask-mail.ts'
import { providerPaths } from '../contract-paths.ts'
import { parseAsk, parseTakeBack } from '../forms/market.ts'
import { parseOwnReturn } from '../forms/market-ask.ts'
import { ledPaths } from '../framework-paths.ts'
import { marketPaths } from '../market-paths.ts'
import type { CommissioningNeeds, MailingNeeds } from '../needs.ts'
import { guard } from '../permission.ts'
import { findLed, guardedLed } from '../queries/led-records.ts'
import { findAsked, type MarketAsk } from '../queries/market-asks.ts'
import { findMarketAreas } from '../queries/markets.ts'
import { ownPart } from '../queries/own-part.ts'
import { listProviders } from '../queries/providers.ts'
import { askState } from '../rules/market-ask.ts'
import { figureInWords } from '../words/market.ts'
import { formAt } from './endpoint.ts'
import { begin } from './gates.ts'
import { type AskedLed, ledGate, ofLed } from './led-gates.ts'

type AskedReturn = Asked & { readonly asked: readonly [MarketAsk, ...MarketAsk[]] }
const WEEKS_TO_ANSWER = { weeks: 4 }

/** What a provider was asked, for its contact. */
const ownReturnGate: Gate<AskedReturn> = async (reader, c) => {
  const begun = await begin(reader, c)
  const asked = await findAsked(reader, begun.part('ask'), begun.visit.today)
  guard.demandOf(begun.standing, begun.visit, await ownPart(reader, [asked[0].provider], begun.visit.today), 'report')
  return { ...begun, asked }
}

/** The same for whoever keeps the market. */
const keptAskGate: Gate<AskedLed & { readonly asked: AskedReturn['asked'] }> = async (reader, c) => {
  const begun = await begin(reader, c)
  const asked = await findAsked(reader, begun.part('ask'), begun.visit.today)
  const record = await findLed(reader, 'market', asked[0].market, begun.visit.today)
  guard.demandOf(begun.standing, begun.visit, guardedLed(record), 'change')
  return { ...(await withBody(begun, record.body)), record, asked }
}

/** Asking providers for their returns, taking that back, and making one (C12). */
export function marketAskRoutes(needs: CommissioningNeeds & MailingNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, marketPaths.asks(':market'), ledGate('market', 'change'), async (asked) =>
    form(await askShape(asked), parseAsk, async (doer, input) =>
      leadTo(await askProviders(needs, doer, asked.record.id, input), (id) => `${ledPaths.record('market', id)}#asked`),
    ),
  )
  formAt(app, needs, marketPaths.ask(':ask'), ownReturnGate, async ({ asked, visit }) => {
    const open = asked.filter((one) => askState(one, visit.today) !== 'settled')
    return form(ownReturnShape(asked[0], open, visit.today), parseOwnReturn(open.map(({ id }) => id)), async (doer, input) =>
      leadTo(await makeReturn(needs, doer, asked[0].id, input), providerPaths.own),
    )
  })
  formAt(app, needs, marketPaths.takeBack(':ask'), keptAskGate, async (kept) =>
    form(takeBackShape(kept, kept.asked), parseTakeBack, async (doer, input) =>
      leadTo(await takeBackAsk(needs, doer, kept.asked[0], input), (id) => `${ledPaths.record('market', id)}#asked`),
    ),
  )
  return app
}

async function askShape(asked: AskedLed): Promise<FormShape> {
  const { reader, visit, record } = asked
  const [providers, areas] = await Promise.all([listProviders(reader), findMarketAreas(reader, record.id, visit.today)])
  const options = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, text: name }))
  return {
    ...ofLed(asked),
    title: 'Ask providers for their returns',
    lead: 'Its contacts are told by mail, and find it in their work and under Your contracts when they sign in; they see nothing of another. What they say counts as soon as it is made.',
    groups: [
      {
        fields: [
          { kind: 'boxes', name: 'providers', label: 'Which providers?', options: options(providers) },
          {
            ...{ kind: 'boxes', name: 'areas', label: 'In which areas?', options: options(areas) },
            hint: 'Choose none to ask each in the areas of which it made a return before',
          },
          { kind: 'day', name: 'dueOn', label: 'By which day?' },
          { kind: 'lines', name: 'note', label: 'What are they told besides?', hint: 'May stay empty', rows: 3 },
        ],
      },
    ],
    submit: 'Ask them',
    first: dayValues('dueOn', visit.today.add(WEEKS_TO_ANSWER)),
  }
}

function takeBackShape(kept: AskedLed, asked: AskedReturn['asked']): FormShape {
  const open = asked.filter((one) => ['waits', 'late'].includes(askState(one, kept.visit.today)))
  const [{ providerName, dueOn }] = asked
  const areas = open.map(({ areaName }) => areaName).join(', ')
  return {
    ...ofLed(kept),
    title: 'Take back what was asked',
    lead:
      open.length === 0
        ? `${providerName} has answered everything that it was asked by ${dayInWords(dueOn)}.`
        : `${providerName} was asked about ${areas} by ${dayInWords(dueOn)} and has not answered. It is not asked any more, and leaves its list of work.`,
    closed: open.length === 0,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'lines', name: 'because', label: 'Why is it not asked any more?', rows: 3 },
            hint: 'It stays on record. The contacts who were told by mail are told this by mail too',
          },
        ],
      },
    ],
    submit: 'Take it back',
    first: {},
  }
}

function ownReturnShape(first: MarketAsk, open: readonly MarketAsk[], today: Temporal.PlainDate): FormShape {
  const { title, unit, providerName, dueOn, note } = first
  const lead = `${providerName} is asked for it by ${dayInWords(dueOn)}. The board sees what you say, and no other provider sees your price. What you leave empty stays asked.`
  return {
    title: 'Say what you can give',
    caption: title,
    lead:
      open.length === 0 ? 'Everything that was asked is answered, and its last day has passed.' : `${note === '' ? '' : `${note} `}${lead}`,
    closed: open.length === 0,
    breadcrumbs: [{ text: 'Your contracts', href: providerPaths.own() }],
    cancel: providerPaths.own(),
    groups: [
      { fields: [{ kind: 'day', name: 'datedOn', label: 'On which day is it so?' }] },
      ...open.map((one) => ({ heading: one.areaName, fields: figureFields(one, unit) })),
    ],
    submit: 'Send it',
    first: dayValues('datedOn', today),
  }
}

function figureFields({ id, returnedOn, places, free }: MarketAsk, unit: string): readonly FieldSpec[] {
  const before =
    returnedOn === undefined || places === undefined
      ? ''
      : `. You said ${places} on ${dayInWords(returnedOn)}, free: ${figureInWords(free).toLowerCase()}`
  return [
    { kind: 'number', name: `places-${id}`, label: 'How much can you give?', hint: `A whole number of ${unit}${before}` },
    { kind: 'number', name: `free-${id}`, label: 'How much of it is free?', hint: 'May stay empty' },
    { kind: 'short', name: `price-${id}`, label: 'What does one cost?', hint: 'In pounds without VAT. May stay empty' },
  ]
}
