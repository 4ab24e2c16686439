import type { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { writeAs, writeAtOneMoment } from '#platform/database/session.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import { doerOf, form, formsWith, leadTo } from '#platform/web/endpoints.tsx'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { changeStatement, disputeStatement, recordReading, recordWords, setPractice, writeStatement } from '../commands/voice.ts'
import * as parse from '../forms/voice.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { OwnReadingPage } from '../pages/own-reading-page.tsx'
import { VoicePage } from '../pages/voice-page.tsx'
import { familyPaths, familyVoicePaths } from '../paths.ts'
import { findMembers, isOpen } from '../queries/people.ts'
import { findDissents, findRectifications } from '../queries/putting-right.ts'
import { idOf } from '../queries/ties.ts'
import { findContributions, findDrawing, findReadings, findStatements, findVoiceRule } from '../queries/voice.ts'
import { mayIn } from '../rules/access.ts'
import { seriesOf, silentChildren } from '../rules/readings.ts'
import { problemWords } from '../words/problems.ts'
import { occasionWords, readingInWords, roleWords } from '../words/voice.ts'
import { caseworkGate } from './gates.ts'
import { contentFormAt, type LookedAt, lookingGate, sectionAt } from './sections.tsx'
import * as shapes from './voice-shapes.ts'

const voice = '/families/:episode/voice'

/** What the children and parents of a family say, and how the partnership asks. */
export function familyVoiceRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formsWith(problemWords)(app, needs, familyVoicePaths.practice(), caseworkGate('practice', 'keep'), async (asked) =>
    form(await shapes.practiceShape(asked), parse.parsePractice, async (doer, input) =>
      leadTo(await setPractice(needs, doer, input), familyPaths.list),
    ),
  )
  sectionAt(app, needs, { path: 'voice', verb: 'content' }, drawVoice)
  statements(app, needs)
  readings(app, needs)
  ownReading(app, needs)
  words(app, needs)
}

/** Opens a family whose voice one may read and add to. @throws Forbidden, NotFound */
const sayingGate: typeof looking = async (tx, c) => {
  const asked = await looking(tx, c)
  if (!(await isOpen(tx, asked.family.id, 'voice'))) throw new Forbidden('Not for this person.')
  return asked
}
const looking = lookingGate('say')
const home =
  ({ family }: LookedAt) =>
  () =>
    familyVoicePaths.section(family.id)

async function heardOf({ tx, family, visit }: LookedAt) {
  const [members, rule, all] = [
    await findMembers(tx, family.family),
    await findVoiceRule(tx, visit.today),
    await findReadings(tx, family.id),
  ]
  const sameAs = (id: string): string => members.find((one) => one.id === id)?.keptAs ?? id
  // A name that changed since is shown as it is today.
  const called = all.map((one) => ({
    ...one,
    name: members.find(({ id }) => one.person !== null && id === sameAs(one.person))?.name ?? one.name,
  }))
  return { members, rule, sameAs, readings: called, series: seriesOf(called, sameAs) }
}

async function drawVoice(asked: LookedAt) {
  const { tx, family, ties, visit } = asked
  const open = await isOpen(tx, family.id, 'voice')
  const { members, rule, sameAs, readings: all, series } = await heardOf(asked)
  const children = members.filter(({ part, id, keptAs, birth }) => part === 'child' && id === keptAs && birth.known !== 'due')
  const from = family.agreedOn ?? family.requestedOn
  return (
    <VoicePage
      {...{ visit, family, relations: ties.relations, isOpen: open, rule, members, readings: all, series }}
      mayWrite={open && mayIn(ties.relations, 'family', 'say') && !family.closedOn}
      statements={await findStatements(tx, family.id)}
      contributions={await findContributions(tx, family.id)}
      rectifications={await findRectifications(tx, family.id)}
      dissents={await findDissents(tx, family.id)}
      silent={family.closedOn ? [] : silentChildren(children, all, { from, today: visit.today, weeks: rule.silentWeeks, sameAs })}
    />
  )
}

function statements(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  contentFormAt(app, needs, `${voice}/statements/new`, sayingGate, async (asked) =>
    form(await shapes.statementShape(asked), parse.parseStatement, async (doer, input) =>
      leadTo(await writeStatement(needs, doer, asked.family.id, input), home(asked)),
    ),
  )
  const statementOf = async (asked: LookedAt) => {
    const found = (await findStatements(asked.tx, asked.family.id)).find(({ id }) => id === asked.part('statement'))
    if (!found) throw new NotFound('No such statement.')
    return found
  }
  contentFormAt(app, needs, `${voice}/statements/:statement/change`, sayingGate, async (asked) => {
    const found = await statementOf(asked)
    return form(await shapes.statementShape(asked, found), parse.parseStatementChange, async (doer, input) =>
      leadTo(await changeStatement(needs, doer, { episode: asked.family.id, statement: found.id }, input), home(asked)),
    )
  })
  contentFormAt(app, needs, `${voice}/statements/:statement/dispute`, sayingGate, async (asked) => {
    const found = await statementOf(asked)
    return form(shapes.disputeShape(asked, found), parse.parseDispute, async (doer, input) =>
      leadTo(await disputeStatement(needs, doer, { episode: asked.family.id, statement: found.id }, input), home(asked)),
    )
  })
}

function readings(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  contentFormAt(app, needs, `${voice}/readings/new`, sayingGate, async (asked) =>
    form(await shapes.readingShape(asked), parse.parseReading, async (doer, input) =>
      leadTo(await recordReading(needs, doer, asked.family.id, input), home(asked)),
    ),
  )
  app.get(`${voice}/readings.csv`, async (c) => {
    const rows = await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
      const asked = await sayingGate(tx, c)
      const { readings: all } = await heardOf(asked)
      return all.map((one) => [
        ...[
          one.on.toString(),
          one.name,
          roleWords[one.role],
          one.question,
          readingInWords(one),
          occasionWords[one.occasion],
          one.why,
          one.oneHigher,
        ],
      ])
    })
    const head = ['Day', 'Who', 'Role', 'Question', 'Answer', 'Occasion', 'Why', 'One higher']
    return c.body(csvOf([head, ...rows]), 200, {
      ...{
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="readings.csv"',
        'cache-control': 'no-store',
      },
    })
  })
}

function ownReading(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const at = `${voice}/own/:person`
  const childOf = async (asked: LookedAt) => {
    const child = (await findMembers(asked.tx, asked.family.family)).find(({ id }) => id === idOf(asked.part('person')))
    if (child?.part !== 'child' || asked.family.closedOn) throw new NotFound('No such child.')
    return { child, episode: asked.family.id, rule: await findVoiceRule(asked.tx, asked.visit.today) }
  }
  app.get(at, async (c) => {
    const visit = c.get('visit')
    const { child, episode, rule } = await writeAs(needs.db, visit, async (tx) => childOf(await sayingGate(tx, c)))
    if (c.req.query('thanks') !== undefined)
      return c.html(
        <Page visit={visit} title="Thank you" width="form">
          <PageHead title="Thank you" lead="Your answer is kept. Please give the device back." />
          <a class="govuk-link" href={familyVoicePaths.section(episode)}>
            I am the practitioner: go on
          </a>
        </Page>,
      )
    return c.html(<OwnReadingPage {...{ visit, episode, rule, name: child.name }} form={emptyForm()} />)
  })
  app.post(at, async (c) => {
    const visit = c.get('visit')
    const { child, episode, rule } = await writeAs(needs.db, visit, async (tx) => childOf(await sayingGate(tx, c)))
    const body = await readForm(c)
    const parsed = parse.parseOwnReading(body)
    const common = { who: child.id, name: undefined, saidOn: visit.today, occasion: 'visit' as const }
    const done = parsed.ok ? await recordReading(needs, doerOf(visit), episode, { ...parsed.value, ...common }) : parsed
    if (done.ok) return c.redirect(`${familyVoicePaths.ownReading(episode, child.id)}?thanks=`, 303)
    const problems = done.problems.map((problem) => (problem.field === 'saidOn' ? { ...problem, field: 'answer' } : problem))
    return c.html(<OwnReadingPage {...{ visit, episode, rule, name: child.name }} form={formState(body, problems, problemWords)} />, 422)
  })
}

function words(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  contentFormAt(app, needs, `${voice}/words/new`, sayingGate, async (asked) =>
    form(await shapes.wordsShape(asked), parse.parseWords, async (doer, input) =>
      leadTo(await recordWords(needs, doer, asked.family.id, input), home(asked)),
    ),
  )
  app.get(`${voice}/drawings/:drawing`, async (c) => {
    const found = await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
      const asked = await lookingGate('content')(tx, c)
      return findDrawing(tx, asked.family.id, idOf(asked.part('drawing')))
    })
    if (!found) throw new NotFound('No such drawing.')
    return c.body(new Uint8Array(found.bytes), 200, {
      ...{
        'content-type': found.mediaType,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-disposition': 'inline',
      },
    })
  })
}
