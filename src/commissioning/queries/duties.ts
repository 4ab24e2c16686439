import type { Standing } from '#governance/public.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { moneyPaths } from '../money-paths.ts'
import { agreementPaths, offerPaths, servicePaths } from '../paths.ts'
import { reportsOwed } from '../rules/agreement-change.ts'
import { checkDueOn } from '../rules/directory.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import { findReportsMade, listReportRules } from './agreement-change.ts'
import { findContractDuties } from './contract-duties.ts'
import { findEvaluationDuties } from './evaluations.ts'
import { findForeseenToClear } from './foreseen.ts'
import { findGatesToSign } from './frameworks.ts'
import { findAmountsToLookAt } from './pay-facts.ts'
import { findBidsToOpen, findPipelineDuties } from './pipeline-duties.ts'
import { findEvidenceOwed } from './savings.ts'

/** How long before a review or the end of a term one is told. */
const AHEAD = { months: 3 }

/** What waits for one in commissioning: entries to check, reports to settle, reviews and ends of agreements, what contracts, pipelines and gates ask for (C1, C3, C4, C8, C9, C11). */
export async function findCommissioningDuties(
  reader: Reader,
  { person, clerkOf }: Standing,
  today: Temporal.PlainDate,
): Promise<readonly CommissioningDuty[]> {
  if (person === undefined) return []
  const [entries, reports, { agreements, owed }, evidence, contracts, pipelines, gates, amounts, bids, evaluations, foreseen] =
    await Promise.all([
      findEntriesToCheck(reader, person.id, today),
      findReportsToSettle(reader, [...clerkOf]),
      findAgreementDuties(reader, person.id, [...clerkOf], today),
      findEvidenceOwed(reader, person.id, today),
      findContractDuties(reader, { person: person.id, clerkOf: [...clerkOf] }, today),
      findPipelineDuties(reader, [...clerkOf], today),
      findGatesToSign(reader, person.id, today),
      findAmountsToLookAt(reader, today),
      findBidsToOpen(reader, person.id),
      findEvaluationDuties(reader, person.id),
      findForeseenToClear(reader, [...clerkOf], today),
    ])
  const savings = evidence.map(({ id, measure, evidenceDue, body }) => ({
    ...{ text: `Evidence of a saving: ${measure}`, href: moneyPaths.saving(id), body, dueOn: evidenceDue },
  }))
  return [
    ...reports,
    ...bids,
    ...evaluations,
    ...gates,
    ...amounts,
    ...owed,
    ...contracts,
    ...foreseen,
    ...pipelines,
    ...savings,
    ...agreements,
    ...entries,
  ]
}

type KeptAgreement = Awaited<ReturnType<typeof readAgreements>>[number]

/** The agreements that somebody manages or of whose boards they are the clerk. */
function readAgreements(reader: Reader, person: string, bodies: readonly string[]) {
  return reader
    .selectFrom('commissioning.agreement')
    .select(['id', 'body', 'sight', 'title', 'basis', 'starts_on as startsOn', 'review_on as reviewOn', 'ends_on as endsOn'])
    .select('ended_on as endedOn')
    .where((where) => where.or([where('manager', '=', person), among('body', bodies)]))
    .orderBy('id')
    .execute()
}

async function findAgreementDuties(reader: Reader, person: string, bodies: readonly string[], today: Temporal.PlainDate) {
  const kept = await readAgreements(reader, person, bodies)
  return { agreements: agreementsToReview(kept, today), owed: await findReportsDue(reader, kept, today) }
}

/** Reports that the law of an agreement asks for and that nobody has recorded: of each, the earliest that is owed (SI 2000/617). */
async function findReportsDue(
  reader: Reader,
  kept: readonly KeptAgreement[],
  today: Temporal.PlainDate,
): Promise<readonly CommissioningDuty[]> {
  const agreements = kept.filter(({ sight }) => sight !== 'draft')
  if (agreements.length === 0) return []
  const [rules, made] = await Promise.all([
    listReportRules(reader, [...new Set(agreements.map(({ basis }) => basis))], today),
    findReportsMade(
      reader,
      agreements.map(({ id }) => id),
    ),
  ])
  return agreements.flatMap(({ id, body, title, basis, startsOn, endsOn, endedOn }) => {
    const own = rules.filter((rule) => rule.basis === basis)
    const open = reportsOwed({ startsOn, endsOn: endedOn ?? endsOn ?? undefined }, own, today).filter(
      ({ rule, periodEndsOn }) =>
        !made.some((one) => one.agreement === id && one.rule === rule.code && one.periodEndsOn.equals(periodEndsOn)),
    )
    return own.flatMap(({ code, name }) => {
      const first = open.find(({ rule }) => rule.code === code)
      return first ? [{ text: `${name}: ${title}`, href: `${agreementPaths.agreement(id)}#reports`, body, dueOn: first.dueOn }] : []
    })
  })
}

async function findEntriesToCheck(reader: Reader, person: string, today: Temporal.PlainDate): Promise<readonly CommissioningDuty[]> {
  const rows = await reader
    .selectFrom('commissioning.directory_entry as e')
    .innerJoin('commissioning.service as s', 's.id', 'e.service')
    .select(['e.service', 's.title', 'e.body', 'e.checked_on as checkedOn', 'e.every_months as everyMonths'])
    .where('e.owner', '=', person)
    .execute()
  return rows
    .map((row) => ({ ...row, dueOn: checkDueOn(row.checkedOn ?? undefined, row.everyMonths) }))
    .filter(({ dueOn }) => dueOn === undefined || Temporal.PlainDate.compare(dueOn, today) <= 0)
    .map(({ service, title, body, dueOn }) => ({ text: `Check the directory: ${title}`, href: servicePaths.service(service), body, dueOn }))
}

async function findReportsToSettle(reader: Reader, bodies: readonly string[]): Promise<readonly CommissioningDuty[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.offer_report')
    .select(['id', 'body', 'said'])
    .where('body', 'in', bodies)
    .where('settled_on', 'is', null)
    .orderBy('received_at')
    .limit(50)
    .execute()
  return rows.map(({ id, body, said }) => ({
    ...{ text: `Settle a report on the early help offer: ${said.slice(0, 60)}`, href: offerPaths.settle(id), body },
  }))
}

/** Agreements that hold and are to be reviewed, or end, within three months. */
function agreementsToReview(kept: readonly KeptAgreement[], today: Temporal.PlainDate): readonly CommissioningDuty[] {
  const soon = today.add(AHEAD)
  const isBy = (day: Temporal.PlainDate | null, last: Temporal.PlainDate): boolean =>
    day !== null && Temporal.PlainDate.compare(day, last) <= 0
  const due = kept.filter(
    ({ endedOn, endsOn, reviewOn }) => endedOn === null && !isBy(endsOn, today) && (isBy(reviewOn, soon) || isBy(endsOn, soon)),
  )
  return due.map(({ id, body, title, reviewOn, endsOn }) => {
    const isEnding = endsOn !== null && Temporal.PlainDate.compare(endsOn, soon) <= 0
    return {
      ...{ text: isEnding ? `Its term ends: ${title}` : `Review an agreement: ${title}`, href: agreementPaths.agreement(id), body },
      dueOn: (isEnding ? endsOn.subtract({ days: 1 }) : reviewOn) ?? undefined,
    }
  })
}
