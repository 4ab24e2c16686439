import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DeliveryInput, EndPackageInput, MechanismInput, PackageInput, PackageOutcomeInput } from '../forms/packages.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type Contract, findContract } from '../queries/contracts.ts'
import {
  type CarePackage,
  findBoardLines,
  findMechanisms,
  findPackage,
  findPackageOutcomes,
  findPackages,
  findPayPeople,
  guardedPay,
  type PackageOutcome,
} from '../queries/packages.ts'
import { listModels, rowOfTerms } from '../queries/payment-models.ts'
import { auditStep, demandOne } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/** Writes another version of how packages of a contract are paid: for those that begin from its first day on (C10). Earlier versions stand. */
export function addMechanism(needs: Needs, doer: Doer, contract: string, input: MechanismInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await findContract(tx, contract, doer.today)
    const { keepers } = await findPayPeople(tx, found, doer.today)
    await demand(tx, doer, guardedPay('payment-terms', found.body, keepers), 'change')
    const versions = await findMechanisms(tx, contract)
    const problem = await mechanismProblem(tx, doer, found, input)
    if (problem) return fail(problem)
    const latest = versions[0]
    if (latest && Temporal.PlainDate.compare(input.startsOn, latest.startsOn) <= 0)
      return fail({ field: 'startsOn', code: 'not-after-last' })
    const packages = await packagesSince(tx, contract, input.startsOn)
    if (packages) return fail({ field: 'startsOn', code: 'version-too-late' })
    const id = newId()
    await tx
      .insertInto('commissioning.payment_mechanism')
      .values({
        ...{
          id,
          contract,
          body: found.body,
          sight: found.sight,
          number: versions.length + 1,
          title: input.title,
          starts_on: input.startsOn,
        },
        ...{
          ...rowOfTerms(input.terms),
          counts_last: input.countsLast,
          absent_weeks: input.absentWeeks,
          hospital_weeks: input.hospitalWeeks,
        },
        ...{ restart: input.restart, later_outcome: input.laterOutcome, exit_weeks: input.exitWeeks, outcome: input.outcome },
        ...{ evidence: input.evidence, cap: input.cap ?? null, minimum: input.minimum ?? null, model: input.model ?? null },
      })
      .execute()
    await auditStep(tx, doer, 'payment-terms', 'contract', contract)
    return succeed(contract)
  })
}

async function mechanismProblem(tx: Writer, doer: Doer, contract: Contract, input: MechanismInput): Promise<FieldProblem | undefined> {
  if (Temporal.PlainDate.compare(input.startsOn, contract.startsOn) < 0) return { field: 'startsOn', code: 'before-contract' }
  if (input.model === undefined) return undefined
  const models = await listModels(tx, contract.body, doer.today)
  return models.some(({ id }) => id === input.model) ? undefined : { field: 'model', code: 'choice-unknown' }
}

async function packagesSince(tx: Writer, contract: string, day: Temporal.PlainDate): Promise<boolean> {
  const [one] = (await findPackages(tx, contract)).filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) >= 0)
  return one !== undefined
}

/** Begins a package: a number, a provider, a first day; never a name. */
export function addPackage(needs: Needs, doer: Doer, contract: string, input: PackageInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await findContract(tx, contract, doer.today)
    const { brokers } = await findPayPeople(tx, found, doer.today)
    await demand(tx, doer, guardedPay('care-package', found.body, brokers), 'change')
    const mechanism = (await findMechanisms(tx, contract)).find(({ startsOn }) => Temporal.PlainDate.compare(startsOn, input.startsOn) <= 0)
    if (!mechanism) return fail({ field: 'startsOn', code: 'before-terms' })
    const problem = await packageProblem(tx, found, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('commissioning.care_package')
      .values({
        ...{ id, contract, body: found.body, provider: input.provider, mechanism: mechanism.id, reference: input.reference },
        ...{ agreed_minutes: input.agreedMinutes, line: input.line ?? null, starts_on: input.startsOn, follows: input.follows ?? null },
      })
      .execute()
    await auditStep(tx, doer, 'package-added', 'care-package', id)
    return succeed(id)
  })
}

async function packageProblem(tx: Writer, contract: Contract, input: PackageInput): Promise<FieldProblem | undefined> {
  const provides = contract.providers.some(
    ({ provider, startsOn, endsOn }) =>
      provider === input.provider &&
      Temporal.PlainDate.compare(startsOn, input.startsOn) <= 0 &&
      (endsOn === undefined || Temporal.PlainDate.compare(input.startsOn, endsOn) < 0),
  )
  if (!provides) return { field: 'provider', code: 'provides-not-then' }
  const packages = await findPackages(tx, contract.id)
  if (packages.some(({ reference }) => reference === input.reference)) return { field: 'reference', code: 'reference-twice' }
  if (input.line !== undefined && !(await findBoardLines(tx, contract.body)).some(({ id }) => id === input.line))
    return { field: 'line', code: 'choice-unknown' }
  if (input.follows === undefined) return undefined
  const earlier = packages.find(({ id }) => id === input.follows)
  const isBefore = earlier?.endsOn && Temporal.PlainDate.compare(earlier.endsOn, input.startsOn) <= 0
  return isBefore && earlier.provider === input.provider ? undefined : { field: 'follows', code: 'follows-ended' }
}

async function inPackage<Value>(
  needs: Needs,
  doer: Doer,
  id: string,
  verb: 'change' | 'report',
  work: (tx: Writer, found: CarePackage) => Promise<Result<Value, FieldProblem>>,
): Promise<Result<Value, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await findPackage(tx, id)
    const { brokers, contacts } = await findPayPeople(tx, await findContract(tx, found.contract, doer.today), doer.today)
    const leads = verb === 'report' ? [...brokers, ...(contacts.get(found.provider) ?? [])] : brokers
    await demand(tx, doer, guardedPay('care-package', found.body, leads), verb)
    const done = await work(tx, found)
    if (done.ok) await auditStep(tx, doer, `package-${verb}`, 'care-package', id)
    return done
  })
}

/** Ends a package. @throws Conflict where somebody else saved first */
export function endPackage(needs: Needs, doer: Doer, id: string, { endsOn, version }: EndPackageInput): Done {
  return inPackage(needs, doer, id, 'change', async (tx, { startsOn }) => {
    if (Temporal.PlainDate.compare(endsOn, startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-it-begins' })
    const saved = await tx
      .updateTable('commissioning.care_package')
      .set({ ends_on: endsOn, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    demandOne(saved)
    return succeed(id)
  })
}

/** Reports what was delivered in a week that has ended; a later report of the same week corrects it, and both stand. */
export function reportDelivery(needs: Needs, doer: Doer, id: string, input: DeliveryInput): Done {
  return inPackage(needs, doer, id, 'report', async (tx, { startsOn, contract, body, provider }) => {
    if (Temporal.PlainDate.compare(startsOn.add({ weeks: input.week }), doer.today) > 0)
      return fail({ field: 'week', code: 'in-the-future' })
    const before = await tx
      .selectFrom('commissioning.package_delivery')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('package', '=', id)
      .where('week', '=', input.week)
      .executeTakeFirst()
    await tx
      .insertInto('commissioning.package_delivery')
      .values({
        ...{ id: newId(), package: id, contract, body, provider, week: input.week, number: (before?.number ?? 0) + 1 },
        ...{ minutes: input.minutes, absent_minutes: input.absent ?? 0, hospital_minutes: input.hospital ?? 0, entered_by: doer.actor },
      })
      .execute()
    return succeed(id)
  })
}

/** Keeps an outcome as far as it has come: agreed by three, confirmed with evidence, reviewed, appealed, settled. */
export function keepPackageOutcome(needs: Needs, doer: Doer, id: string, outcome: string | undefined, input: PackageOutcomeInput): Done {
  return inPackage(needs, doer, id, 'change', async (tx, { contract, body, provider }) => {
    const known = await findPackageOutcomes(tx, { package: id })
    const earlier = known.find((one) => one.id === outcome)
    if (outcome !== undefined && !earlier) throw new NotFound('No such outcome.')
    const problem = outcomeProblem(doer, input, earlier) ?? twice(known, input, outcome)
    if (problem) return fail(problem)
    const columns = {
      ...{ agreed_user: input.agreedUser ?? null, agreed_provider: input.agreedProvider ?? null },
      ...{ agreed_commissioner: input.agreedCommissioner ?? null, evidence: input.evidence ?? '', confirmed_on: input.confirmedOn ?? null },
      ...{ reviewed_on: input.reviewedOn ?? null, review: input.review ?? '', appealed_on: input.appealedOn ?? null },
      ...{ appeal: input.appeal ?? '', settled_on: input.settledOn ?? null, settled: input.settled ?? null },
    }
    if (!earlier)
      await tx
        .insertInto('commissioning.package_outcome')
        .values({ id: newId(), package: id, contract, body, provider, week: input.week, ...columns })
        .execute()
    else {
      const saved = await tx
        .updateTable('commissioning.package_outcome')
        .set({ ...columns, version: earlier.version + 1 })
        .where('id', '=', earlier.id)
        .where('version', '=', input.version ?? 0)
        .executeTakeFirst()
      demandOne(saved)
    }
    return succeed(id)
  })
}

const twice = (known: readonly PackageOutcome[], { week }: PackageOutcomeInput, outcome: string | undefined): FieldProblem | undefined =>
  known.some((one) => one.week === week && one.id !== outcome) ? { field: 'week', code: 'outcome-twice' } : undefined

function outcomeProblem({ today }: Doer, input: PackageOutcomeInput, earlier: PackageOutcome | undefined): FieldProblem | undefined {
  const days = ['agreedUser', 'agreedProvider', 'agreedCommissioner', 'confirmedOn', 'reviewedOn', 'appealedOn', 'settledOn'] as const
  const ahead = days.find((name) => input[name] !== undefined && Temporal.PlainDate.compare(input[name], today) > 0)
  if (ahead) return { field: ahead, code: 'in-the-future' }
  if (earlier && earlier.week !== input.week) return { field: 'week', code: 'outcome-week-stays' }
  if (earlier?.confirmedOn && String(earlier.confirmedOn) !== String(input.confirmedOn))
    return { field: 'confirmedOn', code: 'outcome-stands' }
  if (earlier?.confirmedOn && earlier.evidence !== (input.evidence ?? '')) return { field: 'evidence', code: 'outcome-stands' }
  const { confirmedOn, agreedUser, agreedProvider, agreedCommissioner } = input
  const agreed = [agreedUser, agreedProvider, agreedCommissioner]
  if (confirmedOn && agreed.some((day) => day === undefined || Temporal.PlainDate.compare(day, confirmedOn) > 0))
    return { field: 'confirmedOn', code: 'agreed-by-three' }
  if (confirmedOn && input.evidence === undefined) return { field: 'evidence', code: 'required' }
  if ((input.reviewedOn === undefined) !== (input.review === undefined)) return { field: 'review', code: 'review-half' }
  if ((input.appealedOn === undefined) !== (input.appeal === undefined)) return { field: 'appeal', code: 'appeal-half' }
  if (input.appealedOn && (!confirmedOn || Temporal.PlainDate.compare(input.appealedOn, confirmedOn) < 0))
    return { field: 'appealedOn', code: 'appeal-of-confirmed' }
  if ((input.settledOn === undefined) !== (input.settled === undefined)) return { field: 'settled', code: 'settled-half' }
  if (input.settledOn && (!input.appealedOn || Temporal.PlainDate.compare(input.settledOn, input.appealedOn) < 0))
    return { field: 'settledOn', code: 'settled-after-appeal' }
  return undefined
}
