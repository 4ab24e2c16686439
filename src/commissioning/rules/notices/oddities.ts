import { identifyingSigns } from '../identifying.ts'
import { nameForComparing } from '../provider.ts'
import { readAmount } from './amount.ts'
import { dayAt, instantOf } from './day.ts'
import { identifiersOf } from './heard.ts'
import { isObject, type NoticeJson, type NoticeObject, objectsAt, textAt, textsAt } from './json.ts'
import type { NoticeRelease } from './merge.ts'
import { type Oddity, type OddityCode, saidOf } from './oddity.ts'
import type { NoticeProcess } from './process.ts'

type Tell = (code: OddityCode, at: string, said?: unknown) => void

const dateNames = /(^date$|Date$|^dateSigned$|^dateMet$|^dateModified$|^datePublished$)/
/** Below this a value stands for none: a penny, a pound. */
const TOKEN = 1_000n

/** What is odd about one release by itself (handbook of commissioning 3.7, 5.1): in the order of its fields. */
export function releaseOddities({ ocid, id, content }: NoticeRelease): readonly Oddity[] {
  const found: Oddity[] = []
  const tell: Tell = (code, way, said = '') => found.push({ code, ocid, release: id, at: way, said: saidOf(said) })
  walk(content, '', tell)
  partyOddities(content, tell)
  awardOddities(content, tell)
  const prose = [
    textAt(content, 'tender', 'description'),
    textAt(content, 'description'),
    ...objectsAt(content, 'awards').map((one) => textAt(one, 'description')),
  ].join('\n')
  if (/provider selection regime/i.test(prose) && textAt(content, 'tender', 'legalBasis', 'id') !== '2023/1348')
    tell('selection-regime-in-prose', 'tender/legalBasis', textAt(content, 'tender', 'legalBasis', 'id'))
  return found
}

function walk(value: NoticeObject, way: string, tell: Tell): void {
  for (const [name, held] of Object.entries(value)) {
    const there = way === '' ? name : `${way}/${name}`
    if (dateNames.test(name) && way !== '') dateOddity(held, there, tell)
    else if (typeof held === 'string' && /[.:;)]rn ?[A-Z]/.test(held)) tell('line-breaks-lost', there, held)
    if (isObject(held)) {
      if ('currency' in held || 'amountGross' in held) valueOddities(held, there, tell)
      if ('startDate' in held && 'endDate' in held) periodOddity(held, there, tell)
      walk(held, there, tell)
    } else if (Array.isArray(held)) for (const [number, one] of held.entries()) if (isObject(one)) walk(one, `${there}/${number + 1}`, tell)
  }
}

function dateOddity(value: NoticeJson | undefined, way: string, tell: Tell): void {
  if (value === null || value === undefined) return
  if (dayAt(value) === undefined) tell('date-unreadable', way, value)
  else if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value.trim())) tell('date-is-bare-day', way, value)
}

function periodOddity(period: NoticeObject, way: string, tell: Tell): void {
  const [from, until] = [instantOf(period.startDate), instantOf(period.endDate)]
  if (from && until && Temporal.Instant.compare(from, until) > 0)
    tell('dates-out-of-order', way, `${period.startDate} to ${period.endDate}`)
}

/** Net and gross go together at 1.00 or 1.20; 1.25 means that net was made as 0.8 of gross (handbook of commissioning 3.7). */
function valueOddities(value: NoticeObject, way: string, tell: Tell): void {
  const currency = textAt(value, 'currency')
  if (currency !== '' && currency !== 'GBP') tell('currency-foreign', way, currency)
  const [net, gross] = [readAmount(value.amount), readAmount(value.amountGross)]
  for (const [name, read] of [
    ['amount', net],
    ['amountGross', gross],
  ] as const) {
    const field = `${way}/${name}`
    if (read.kind === 'negative') tell('amount-negative', field, value[name])
    else if (read.kind === 'not-pence') tell('amount-in-part-pence', field, value[name])
    else if (read.kind === 'absurd') tell('number-absurd', field, value[name])
    else if (read.kind === 'not-a-number') tell('amount-unreadable', field, value[name])
    else if (read.kind === 'pence' && read.pence < TOKEN) tell('amount-is-token', field, value[name])
  }
  if (net.kind !== 'pence' || gross.kind !== 'pence' || net.pence === 0n) return
  // Whole pounds were rounded, each for itself.
  const within = net.pence % 100n === 0n && gross.pence % 100n === 0n ? 1_200n : 10n
  const isNear = (one: bigint, other: bigint): boolean => (one > other ? one - other : other - one) <= within
  if (isNear(gross.pence * 10n, net.pence * 12n) || gross.pence === net.pence) return
  tell(
    isNear(gross.pence * 8n, net.pence * 10n) ? 'net-is-four-fifths' : 'net-and-gross-differ',
    way,
    `${value.amount} and ${value.amountGross}`,
  )
}

function partyOddities(content: NoticeObject, tell: Tell): void {
  const parties = objectsAt(content, 'parties')
  const buyers = parties.filter((one) => textsAt(one, 'roles').includes('buyer'))
  if (buyers.length > 1) tell('several-buyers', 'parties', buyers.map((one) => textAt(one, 'name')).join('; '))
  const names = new Map<string, string>()
  for (const [number, party] of parties.entries()) {
    const way = `parties/${number + 1}`
    const { good, bad } = identifiersOf(party)
    for (const one of bad) tell('identifier-unreadable', way, one)
    const roles = textsAt(party, 'roles')
    if (good.length === 0 && roles.includes('buyer')) tell('buyer-without-identifier', way, textAt(party, 'name'))
    if (good.length === 0 && roles.includes('supplier')) tell('supplier-without-identifier', way, textAt(party, 'name'))
    const name = nameForComparing(textAt(party, 'name'))
    const id = textAt(party, 'id')
    if (name !== '' && names.has(name) && names.get(name) !== id) tell('same-name-other-identifier', way, textAt(party, 'name'))
    names.set(name, id)
  }
}

function awardOddities(content: NoticeObject, tell: Tell): void {
  for (const [number, award] of objectsAt(content, 'awards').entries())
    if (['cancelled', 'unsuccessful'].includes(textAt(award, 'status')))
      tell('award-not-made', `awards/${number + 1}`, textAt(award, 'statusDetails') || textAt(award, 'status'))
  const prose = [textAt(content, 'tender', 'description'), textAt(content, 'description')].join('\n')
  const said = /[^.\n]*\blots?\b[^.\n]*\b(not been awarded|not awarded|will not be awarded|no award)\b[^.\n]*/i.exec(prose)?.[0]
  if (said && objectsAt(content, 'tender', 'lots').some((one) => textAt(one, 'status') === 'complete'))
    tell('lot-said-not-awarded', 'tender/lots', said.trim())
}

/** What is odd about a process once its releases are merged. */
export function processOddities(ocid: string, releases: readonly NoticeRelease[], process: NoticeProcess): readonly Oddity[] {
  const found: Oddity[] = []
  const tell: Tell = (code, way, said = '') => found.push({ code, ocid, release: '', at: way, said: saidOf(said) })
  const tags = releases.flatMap((one) => one.tags)
  for (const stage of ['planning', 'tender', 'award', 'contract', 'implementation'])
    if (tags.some((tag) => tag === `${stage}Update` || tag === `${stage}Amendment`) && !tags.includes(stage))
      tell('update-without-original', 'tag', stage)
  if (process.buyers.length === 0) tell('buyer-missing', 'buyer')
  if (process.title === '') tell('title-missing', 'tender/title')
  if (process.startsOn === undefined) tell('start-missing', 'contracts/period/startDate')
  const { tenderedOn, awardedOn, signedOn, startsOn, endsOn, standstillUntil } = process
  const follow: readonly (readonly [Temporal.PlainDate | undefined, Temporal.PlainDate | undefined, string])[] = [
    [tenderedOn, awardedOn, 'awarded before it was tendered'],
    [awardedOn, signedOn, 'signed before it was awarded'],
    [standstillUntil, signedOn, 'signed before the standstill was over'],
    [startsOn, endsOn, 'ended before it began'],
  ]
  for (const [earlier, later, said] of follow)
    if (earlier && later && Temporal.PlainDate.compare(earlier, later) > 0) tell('dates-out-of-order', '', said)
  const words = [process.title, process.summary, process.reference, ...process.lots.map(({ title }) => title), process.endedBecause].join(
    ' ',
  )
  const signs = identifyingSigns(words, null)
  if (signs.length > 0) tell('might-identify', 'tender/title', process.title)
  return found
}
