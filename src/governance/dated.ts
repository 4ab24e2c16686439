import type { Reader } from '#platform/database/session.ts'
import type { DatedOption, DatedPart } from '#platform/dated/part.ts'
import { listCodes } from './queries/codes.ts'
import { type MemberDemand, memberDemands, noticeModes } from './rules/dated-rule.ts'
import { vehicles } from './rules/expenses.ts'
import type { NoticeMode } from './rules/notice.ts'
import { noticeWords } from './rules/terms/wording.ts'
import { memberDemandWords, noticeModeWords } from './words/dated-rules.ts'
import { vehicleLabels } from './words/expenses.ts'

const overlap = { field: 'startsOn', code: 'rule-overlaps' }
const law = 'For boards under which law?'
const everyLaw: DatedOption = { value: 'every', text: 'boards under any law' }

const optionsOf = (codes: readonly string[], words: Readonly<Record<string, string>>): readonly DatedOption[] =>
  codes.map((value) => ({ value, text: words[value] ?? value }))

/** The regimes of the law, under one of which every board meets. */
async function regimes(reader: Reader, today: Temporal.PlainDate): Promise<readonly DatedOption[]> {
  return (await listCodes(reader, 'legal-regime', today)).map(({ code, label }) => ({ value: code, text: label }))
}

const mileRates: DatedPart = {
  ...{ key: 'mile-rates', heading: 'Members and boards', title: 'What a mile is paid', about: 'Vehicle' },
  lead: 'Members who drive or cycle to a meeting are paid back by the rate of the day on which they did.',
  table: 'governance.mile_rate',
  fields: [
    {
      name: 'about',
      column: 'vehicle',
      kind: 'radios',
      label: 'For which vehicle?',
      matter: true,
      options: optionsOf(vehicles, vehicleLabels),
    },
    { name: 'amount', column: 'pence', kind: 'number', label: 'Pence for one mile', range: [1, 500] },
  ],
  constraints: { mile_rate_one: overlap, mile_rate_used: { field: '', code: 'rate-used' } },
  aboutInWords: ({ say }) => say('about'),
  inWords: ({ values }) => `${values.amount}p a mile`,
}

const notice: DatedPart = {
  ...{ key: 'notice', heading: 'Members and boards', title: 'How long before a meeting its agenda must be out by law', about: 'Boards' },
  lead: 'By the law under which a board meets. It stands above terms that ask for less; terms may ask for more.',
  table: 'governance.notice_law',
  fields: [
    { name: 'about', column: 'legal_regime', kind: 'radios', label: law, matter: true, options: regimes },
    { name: 'amount', column: 'days', kind: 'number', label: 'How many days?', range: [0, 366] },
    { name: 'mode', column: 'mode', kind: 'radios', label: 'How are they counted?', options: optionsOf(noticeModes, noticeModeWords) },
  ],
  first: { mode: 'clear-working' },
  constraints: { notice_law_one: overlap, notice_law_pkey: overlap },
  aboutInWords: ({ say }) => say('about'),
  inWords: ({ values }) =>
    `The agenda and its papers go out ${noticeWords({ mode: values.mode as NoticeMode, days: Number(values.amount), cutOff: null })}`,
}

const members: DatedPart = {
  ...{ key: 'members', heading: 'Members and boards', title: 'What is asked of members', about: 'Matter' },
  lead: 'How soon interests are notified, how often each member looks their register through, and how often a board reviews its terms, where its terms say nothing.',
  table: 'governance.member_rule',
  fields: [
    {
      name: 'about',
      column: 'kind',
      kind: 'radios',
      label: 'What is asked?',
      matter: true,
      options: optionsOf(memberDemands, memberDemandWords),
    },
    {
      ...({ name: 'law', column: 'legal_regime', kind: 'radios', label: law, matter: true, none: everyLaw.value } as const),
      options: async (reader: Reader, today: Temporal.PlainDate) => [everyLaw, ...(await regimes(reader, today))],
    },
    {
      name: 'amount',
      column: 'amount',
      kind: 'number',
      label: 'How many?',
      hint: 'Days for notifying interests, else months',
      range: [1, 366],
    },
  ],
  first: { law: everyLaw.value },
  constraints: { member_rule_one: overlap, member_rule_once: overlap },
  aboutInWords: ({ say }) => `${say('about')}: ${say('law')}`,
  inWords: ({ values: { about, amount } }) => {
    if ((about as MemberDemand) === 'notice-days') return `Within ${amount} days`
    return amount === 1 ? 'Every month' : `Every ${amount} months`
  },
}

const presence: DatedPart = {
  ...{ key: 'presence', heading: 'Members and boards', title: 'Where members must be in the room', about: 'Boards' },
  lead: 'Under these laws members are counted for the quorum and vote only in the room, whatever the terms of a board say of remote links. Where no rule holds, the terms say what counts.',
  table: 'governance.presence_law',
  fields: [{ name: 'about', column: 'legal_regime', kind: 'radios', label: law, matter: true, options: regimes }],
  constraints: { presence_law_one: overlap },
  aboutInWords: ({ say }) => say('about'),
  inWords: () => 'Members are counted and vote only in the room',
}

/** What a mile is paid, and what the law asks of notice, of members and of meeting in the room. */
export const governanceDated: readonly DatedPart[] = [notice, presence, members, mileRates]
