import { randomBytes } from 'node:crypto'
import { loadAssuranceSample } from '#assurance/sample/load.ts'
import { findStrategiesBeside, ocidPrefixSetting, openTermsSettings } from '#commissioning/public-data.ts'
import { loadCommissioningSample } from '#commissioning/sample/load.ts'
import { loadFiguresSample } from '#early-help/sample/figures.ts'
import { loadEarlyHelpSample } from '#early-help/sample/load.ts'
import { sampleId } from '#governance/sample/ids.ts'
import { type GovernanceSample, loadGovernanceSample } from '#governance/sample/load.ts'
import { loadMeetingsSample } from '#meetings/sample/load.ts'
import { payByFund } from '#meetings/sample/play.ts'
import { loadCountedSample } from '#performance/sample/counted.ts'
import { turnSampleCurve } from '#performance/sample/curve.ts'
import { loadFamilyMeasures } from '#performance/sample/families.ts'
import { loadPerformanceSample } from '#performance/sample/load.ts'
import { linkSampleMeasures } from '#performance/sample/measured-rows.ts'
import { loadReportsSample } from '#performance/sample/reports.ts'
import { loadPlansSample } from '#plans/sample/load.ts'
import { loadPlanReportsSample } from '#plans/sample/reports.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type ActorId, type Database, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { loadFollowersSample } from '#public-site/sample/followers.ts'
import { countedMeasures } from '#src/counted-measures.ts'
import type { Needs } from '#src/needs.ts'
import { reportAside } from '#src/report-aside.ts'
import { loadThreadSample } from '#thread/sample/load.ts'
import { loadVoiceSample } from '#voice/sample/load.ts'

/** Somebody of the sample and how to sign in as them; `totp` is the authenticator's seed in base 32. */
export interface SamplePerson {
  readonly name: string
  readonly role: string
  readonly email: string
  readonly password: string
  readonly totp: string
}

const words =
  'amber anchor basil birch cedar clover copper coral crane dune ember fern flint harbour hazel heron indigo ivory juniper kestrel lantern linen maple meadow nutmeg olive orchard pebble pewter quartz raven saffron sable teasel thistle umber velvet walnut willow yarrow'.split(
    ' ',
  )
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Five words by chance: about 26 bits of words and 40 of digits, readable from a terminal. */
function newPassword(): string {
  const bytes = randomBytes(5)
  const chosen = [...bytes].map((byte) => words[byte % words.length] ?? 'amber')
  return `${chosen.join('-')}-${randomBytes(5).toString('hex')}`
}

function newSeed(): string {
  return [...randomBytes(32)].map((byte) => base32[byte % 32]).join('')
}

/**
 * Fills an empty database with the invented county of Northbrook: governance with the owner's connection, the present-day year through the
 * commands that people use. Returns its people with random passwords and second-factor seeds, which are kept nowhere else.
 */
export async function loadSample(needs: Needs, owner: Database): Promise<readonly SamplePerson[]> {
  const now = needs.clock.now()
  const today = dayOf(now)
  const acting = { actor: SYSTEM_ACTOR, now, today }
  await writeAs(owner, acting, (tx) =>
    tx
      .insertInto('platform.setting')
      .values([
        { key: 'partnership.name', value: JSON.stringify('Northbrook') },
        // The prefix of the standard's own invented publisher.
        { key: ocidPrefixSetting, value: JSON.stringify('ocds-213czf') },
        { key: openTermsSettings.licence, value: JSON.stringify('ogl-3') },
      ])
      .execute(),
  )
  const sample = await loadGovernanceSample(owner, acting, now)
  const people = await addAccounts(needs, owner, sample)
  const account = (role: string): ActorId => {
    const found = people.find((person) => person.role === role)
    if (found === undefined) throw new Error(`Nobody of the sample signs in as ${role}.`)
    return found.account
  }
  const accounts = { clerk: account('clerk'), otherClerk: account('other-clerk'), author: account('author'), member: account('member') }
  const boards = async (): Promise<void> => {
    await loadMeetingsSample(needs, owner, { ...sample, accounts, today, now })
    await loadPerformanceSample(owner, { ...sample, clerk: accounts.clerk, today, now })
    await loadPlansSample(needs, owner, { ...sample, accounts, today, now })
    await linkSampleMeasures(owner, { ...sample, clerk: accounts.clerk, today, now })
    await loadAssuranceSample(owner, { ...sample, accounts, today, now })
    await loadVoiceSample(owner, { ...sample, accounts, today, now })
    await loadCommissioningSample(owner, { ...sample, accounts, today, now })
    await payByFund(owner, 'Speech and language therapy: two more therapists')
    await turnSampleCurve(owner, { ...sample, clerk: accounts.clerk, today, now })
    await loadCountedSample(owner, { ...sample, ...accounts, today, now }, countedMeasures)
    await loadReportsSample(needs, owner, { ...sample, clerk: accounts.clerk, today, now })
    await loadThreadSample(owner, { clerk: accounts.clerk, author: sampleId('person', 'siddiqui'), today, now })
    await loadPlanReportsSample({ ...needs, reportAside, strategiesOf: findStrategiesBeside }, { ...sample, accounts, today, now })
    await loadFollowersSample(needs, now)
  }
  const families = async (): Promise<void> => {
    await loadEarlyHelpSample(needs.casework, owner, {
      ...{
        ...sample,
        today,
        now,
        area: sampleId('area', 'east-locality'),
        mail: { outbox: needs.outbox, publicUrl: needs.config.publicUrl },
      },
      account: (key) => people.find(({ person }) => person === sample.people.get(key))?.account ?? SYSTEM_ACTOR,
    })
    await loadFiguresSample(needs.casework, owner, now, today)
  }
  // Families and boards know nothing of each other: both are written at the same time.
  await Promise.all([boards(), families()])
  await loadFamilyMeasures(owner, { ...sample, clerk: accounts.clerk, today, now }, countedMeasures)
  return people.map(({ name, role, email, password, totp }) => ({ name, role, email, password, totp }))
}

async function addAccounts(
  needs: Needs,
  owner: Database,
  sample: GovernanceSample,
): Promise<readonly (SamplePerson & { readonly account: ActorId; readonly person: string })[]> {
  const now = needs.clock.now()
  const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  // Hashing a password takes a while, and each is hashed on a thread of its own.
  return Promise.all(
    sample.signIns.map(async ({ name, role, email, person }) => {
      const password = newPassword()
      const totp = newSeed()
      const { accountId } = await writeAs(needs.db, acting, (tx) =>
        needs.identity.createAccountWithPassword(tx, { email, name, password, totpSecret: totp }),
      )
      await writeAs(owner, acting, (tx) =>
        tx.updateTable('governance.person').set({ account: accountId }).where('id', '=', person).execute(),
      )
      return { name, role, email, password, totp, account: accountId, person }
    }),
  )
}
