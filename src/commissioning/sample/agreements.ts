import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'

const texts: Readonly<Record<string, string>> = {
  aims: 'Children, young people and adults get one answer in place of two. Fewer children wait for help with mental health, and more adults live at home.',
  contributions:
    'Each partner pays what schedule 3 names for the year, in twelve parts. A contribution is varied by the joint commissioning board, with three months’ notice.',
  functions:
    'Of the NHS: arranging community and mental health services under section 3 of the 2006 Act. Of the council: care and support, public health for children, and services for children in need.',
  'persons-and-services':
    'Children and young people of Northbrook up to 19, up to 25 with special needs; adults with needs for care and support. Services as the chapters list them.',
  resources:
    'The council gives the joint commissioning team, its rooms and systems. The integrated care board gives two clinical leads for a day a week each.',
  management:
    'The council hosts the fund and names its manager, who reports to the joint commissioning board each quarter and closes the accounts within two months of the year’s end.',
}

interface SampleChapter {
  readonly title: string
  readonly lead: 'council' | 'icb'
  readonly services: readonly string[]
  readonly scope: string
  readonly finance: string
  readonly riskShare: string
}

const chapters: readonly SampleChapter[] = [
  {
    ...{ title: 'Women and children', lead: 'council', services: ['health-visiting', 'school-nursing', 'family-support', 'young-carers'] },
    scope: 'Help before and after birth, at home and in schools, up to 19 years.',
    finance: 'Pooled. The council pays seven parts of ten.',
    riskShare: 'By contribution, after the risk pool is used.',
  },
  {
    ...{ title: 'Specialist services', lead: 'icb', services: ['camhs', 'emotional-schools', 'counselling', 'speech', 'short-breaks'] },
    scope: 'Mental health of children and young people, disability and therapies.',
    finance: 'Pooled. The integrated care board pays two parts of three.',
    riskShare: 'By contribution up to two per cent of the pool, then the host alone.',
  },
  {
    ...{ title: 'Proactive care', lead: 'council', services: ['home-care', 'reablement'] },
    scope: 'Care and support at home, and the weeks after hospital.',
    finance: 'Aligned: each partner keeps its own money and plans it together.',
    riskShare: 'Each partner manages its own lines.',
  },
]

/** Writes the agreements of the sample: one in force under section 75, and one that began before everybody had signed. */
export async function writeAgreements(scene: Scene): Promise<void> {
  await writeSection75(scene)
  await writeMemorandum(scene)
  await writeGrant(scene)
}

async function writeSection75({ tx, body, ago, organisation, person, id: idOf }: Scene): Promise<void> {
  const id = idOf('agreement', 'section-75')
  const known = { agreement: id, body, sight: 'public' as const }
  const startsOn = ago(600)
  await tx
    .insertInto('commissioning.agreement')
    .values({
      ...{
        id,
        body,
        sight: 'public',
        basis: 'section-75',
        title: 'Joint commissioning of health and care in Northbrook',
        reference: 'S75-2025',
      },
      summary:
        'One agreement for what the county council and the integrated care board commission together, with a chapter for each delivery board.',
      ...{ host: organisation('council'), manager: person('rigby'), starts_on: startsOn, ends_on: startsOn.add({ years: 4 }) },
      ...{
        review_on: ago(-60),
        consulted_on: ago(690),
        consultation: 'Twelve weeks. 214 answers; young people asked for one door to help with mental health.',
      },
    })
    .execute()
  await tx
    .insertInto('commissioning.party')
    .values([
      {
        ...{ id: newId(), ...known, organisation: organisation('council'), part: 'host', starts_on: startsOn, approved_on: ago(640) },
        ...{ approved_by: 'Cabinet, minute 41', signed_on: ago(610), signed_by: 'Chief executive' },
      },
      {
        ...{ id: newId(), ...known, organisation: organisation('icb'), part: 'commissioner', starts_on: startsOn, approved_on: ago(630) },
        ...{ approved_by: 'Board of the integrated care board', signed_on: ago(580), signed_by: 'Director of finance' },
      },
    ])
    .execute()
  await tx
    .insertInto('commissioning.agreement_text')
    .values(Object.entries(texts).map(([key, text]) => ({ ...known, basis: 'section-75', key, text })))
    .execute()
  for (const [index, chapter] of chapters.entries()) {
    const position = index + 1
    await tx
      .insertInto('commissioning.chapter')
      .values({
        ...{ id: idOf('chapter', `section-75 ${position}`), ...known, position, title: chapter.title, lead: organisation(chapter.lead) },
        ...{ scope: chapter.scope, finance: chapter.finance, risk_share: chapter.riskShare },
        performance: 'The measures of the delivery board, each quarter, with what is done about what is red.',
        decision_making: 'The delivery board decides within its delegation; the rest goes to the joint commissioning board.',
      })
      .execute()
    await tx
      .insertInto('commissioning.scope')
      .values(
        chapter.services.map((service) => ({
          ...{ id: newId(), ...known, chapter: idOf('chapter', `section-75 ${position}`), service: idOf('service', service), is_in: true },
          starts_on: startsOn,
        })),
      )
      .execute()
  }
  await tx
    .insertInto('commissioning.scope')
    .values({
      ...{ id: newId(), ...known, service: idOf('service', 'substance'), is_in: false, starts_on: startsOn },
      why: 'Bought from the public health grant by the council alone.',
    })
    .execute()
}

/** One that is still a draft. */
async function writeGrant({ tx, body, ago, organisation, id: idOf }: Scene): Promise<void> {
  await tx
    .insertInto('commissioning.agreement')
    .values({
      ...{ id: idOf('agreement', 'grant'), body, basis: 'grant', title: 'Grant for a toy library', host: organisation('council') },
      ...{ summary: 'Falls to nothing over three years.', starts_on: ago(-90), ends_on: ago(-90).add({ years: 3 }) },
    })
    .execute()
}

async function writeMemorandum({ tx, body, ago, organisation, id: idOf }: Scene): Promise<void> {
  const id = idOf('agreement', 'memorandum')
  const known = { agreement: id, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.agreement')
    .values({
      ...{ id, body, sight: 'public', basis: 'memorandum', title: 'Youth clubs in the districts', host: organisation('council') },
      summary: 'The districts open their halls to youth clubs; the county council pays heating and a caretaker.',
      ...{ starts_on: ago(50), ends_on: ago(50).add({ years: 2 }) },
    })
    .execute()
  await tx
    .insertInto('commissioning.party')
    .values([
      {
        id: newId(),
        ...known,
        organisation: organisation('council'),
        part: 'host',
        starts_on: ago(50),
        signed_on: ago(52),
        signed_by: 'Assistant director',
      },
      { id: newId(), ...known, organisation: organisation('kelbrook-dc'), part: 'other', starts_on: ago(50) },
    ])
    .execute()
  await tx
    .insertInto('commissioning.scope')
    .values({ id: newId(), ...known, service: idOf('service', 'youth-work'), is_in: true, starts_on: ago(50) })
    .execute()
}
