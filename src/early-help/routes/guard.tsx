import type { Hono } from 'hono'
import { form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import {
  askAnother,
  askAnotherUnseen,
  endShield,
  endShieldUnseen,
  liftRestriction,
  readHeld,
  restrict,
  setRetentionRule,
  shieldFamily,
} from '../commands/guard.ts'
import { found } from '../commands/plan-look.ts'
import * as parse from '../forms/guard.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { WithheldPage } from '../pages/withheld-page.tsx'
import { familyPaths, guardPaths, retentionPaths } from '../paths.ts'
import {
  type Coordinator,
  findCoordinators,
  findFamilyShield,
  findRestrictions,
  findWhoMayBeAsked,
  listShields,
  type ShieldLine,
} from '../queries/guard.ts'
import { classWords } from '../words/casework.ts'
import { groundWords, purposeOfReadingWords, shieldReasonWords } from '../words/guard.ts'
import { problemWords } from '../words/problems.ts'
import { anchorWords, recordClassWords } from '../words/retention.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import { contentFormAt, type LookedAt, lookingGate } from './sections.tsx'
import { familyForm } from './shapes.ts'

const one = '/families/:episode'

/** Withholding that a family is known, holding a part of its record, and the rules of how long records are kept (E6, E12). */
export function guardRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formsWith(problemWords)(app, needs, retentionPaths.newRule(), caseworkGate('retention', 'keep'), async (asked) =>
    form(ruleShape(asked), parse.parseRetentionRule, async (doer, input) =>
      leadTo(await setRetentionRule(needs, doer, input), () => retentionPaths.home()),
    ),
  )
  contentFormAt(app, needs, `${one}/shield`, lookingGate('shield'), async (asked) =>
    // Whoever does not work with the family finds it no more, and is led to the list.
    form(await shieldShape(asked), parse.parseFamilyShield, async (doer, input) =>
      leadTo(await shieldFamily(needs, doer, asked.family.id, input), () =>
        asked.ties.relations.has('keeper') || asked.ties.relations.has('reader') ? familyPaths.family(asked.family.id) : familyPaths.list(),
      ),
    ),
  )
  contentFormAt(app, needs, `${one}/shield/end`, lookingGate('end-shield'), async (asked) => {
    const shield = found(await findFamilyShield(asked.tx, asked.family.family))
    return form(endShape(asked, shield.version), parse.parseEndShield, async (doer, input) =>
      leadTo(await endShield(needs, doer, asked.family.id, input), () => familyPaths.family(asked.family.id)),
    )
  })
  contentFormAt(app, needs, `${one}/shield/ask`, lookingGate('ask-another'), async (asked) => {
    const { post, version } = found(await findFamilyShield(asked.tx, asked.family.family))
    const posts = (await findCoordinators(asked.tx, asked.family.area, asked.visit.today)).filter(({ id }) => id !== post)
    return form(anotherShape({ ...familyForm(asked), posts, version }), parse.parseAskAnother, async (doer, input) =>
      // Whoever was asked until now finds the family no more.
      leadTo(await askAnother(needs, doer, asked.family.id, input), () =>
        asked.ties.relations.has('keeper') ? familyPaths.family(asked.family.id) : familyPaths.list(),
      ),
    )
  })
  unseen(app, needs)
  holding(app, needs)
}

/** What is withheld, for whoever owns information governance, who reads nothing of it. */
function unseen(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = caseworkGate('shields', 'keep')
  pageAt(app, needs, guardPaths.withheld(), gate, async ({ reader, visit, ties }) => (
    <WithheldPage visit={visit} relations={ties.relations} shields={await listShields(reader)} />
  ))
  formsWith(problemWords)(app, needs, `${guardPaths.withheld()}/:shield/ask`, gate, async (asked) => {
    const shield = found((await listShields(asked.reader)).find(({ id }) => id === asked.part('shield')))
    const posts = await findWhoMayBeAsked(asked.reader, shield.id, asked.visit.today)
    return form(anotherShape({ ...withheldForm(shield), posts, version: shield.version }), parse.parseAskAnother, async (doer, input) =>
      leadTo(await askAnotherUnseen(needs, doer, shield.id, input), guardPaths.withheld),
    )
  })
  formsWith(problemWords)(app, needs, `${guardPaths.withheld()}/:shield/end`, gate, async (asked) => {
    const shield = found((await listShields(asked.reader)).find(({ id }) => id === asked.part('shield')))
    return form(endUnseenShape(shield), parse.parseEndShield, async (doer, input) =>
      leadTo(await endShieldUnseen(needs, doer, shield.id, input), guardPaths.withheld),
    )
  })
}

const withheldForm = ({ reference }: ShieldLine) => ({
  caption: reference,
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: 'Withheld', href: guardPaths.withheld() },
  ],
  cancel: guardPaths.withheld(),
})

const anotherShape = ({
  posts,
  version,
  ...place
}: Pick<FormShape, 'caption' | 'breadcrumbs' | 'cancel'> & {
  readonly posts: readonly Coordinator[]
  readonly version: number
}): FormShape => ({
  ...place,
  title: 'Name somebody else to be asked',
  ...(posts.length === 0 ? { lead: 'Nobody else co-ordinates this locality now. Whoever gets such a post can be named.' } : {}),
  warning:
    'From this moment whoever was asked until now finds the family no more. The new one is told that they are named, and of which family only once they sign in.',
  groups: [
    {
      fields: [
        ...(posts.length === 0
          ? []
          : [
              {
                ...{ kind: 'radios' as const, name: 'asks', label: 'Whom does one ask from now on?' },
                hint: 'Nobody who must not know of it',
                options: posts.map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` })),
              },
            ]),
        { kind: 'lines', name: 'because', label: 'Why?' },
      ],
    },
  ],
  ...{ submit: 'Name them', look: 'warning', first: {}, version },
})

function holding(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const home =
    ({ family }: LookedAt) =>
    () =>
      familyPaths.family(family.id)
  contentFormAt(app, needs, `${one}/hold`, lookingGate('restrict'), async (asked) =>
    form(restrictShape(asked), parse.parseRestrict, async (doer, input) =>
      leadTo(await restrict(needs, doer, asked.family.id, input), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/hold/read`, lookingGate('read-held'), async (asked) =>
    form(readShape(asked), parse.parseReadHeld, async (doer, input) =>
      leadTo(await readHeld(needs, doer, asked.family.id, input), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/hold/:restriction/lift`, lookingGate('restrict'), async (asked) => {
    const held = found((await findRestrictions(asked.tx, asked.family.id)).find(({ id }) => id === asked.part('restriction')))
    return form(liftShape(asked, held.version), parse.parseLift, async (doer, input) =>
      leadTo(await liftRestriction(needs, doer, { episode: asked.family.id, restriction: held.id }, input), home(asked)),
    )
  })
}

async function shieldShape(asked: LookedAt): Promise<FormShape> {
  const posts = await findCoordinators(asked.tx, asked.family.area, asked.visit.today)
  return {
    ...shieldFields(asked, posts),
    ...(posts.length === 0 ? { lead: 'Nobody co-ordinates this locality now, so nobody can be named whom one asks instead.' } : {}),
  }
}

const shieldFields = (asked: LookedAt, posts: readonly Coordinator[]): FormShape => ({
  ...familyForm(asked),
  title: 'Withhold that this family is known here',
  warning:
    'From this moment nobody finds this family who does not work with it: no list, no question whether somebody is involved, and of the co-ordinators only the one whom you name. You lose it, too, unless you lead it or read it.',
  groups: [
    {
      fields: [
        { kind: 'radios', name: 'reason', label: 'Why?', options: optionsOf(shieldReasonWords) },
        { kind: 'lines', name: 'words', label: 'In words' },
        ...(posts.length === 0
          ? []
          : [
              {
                ...{ kind: 'radios' as const, name: 'asks', label: 'Whom does one ask instead?' },
                hint: 'They find the family as before, settle who disagrees, and may end this. Nobody who must not know of it',
                options: posts.map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` })),
              },
            ]),
        { kind: 'day', name: 'lookAgainOn', label: 'On which day do you look at this again?', hint: 'It does not end by itself' },
      ],
    },
  ],
  ...{ submit: 'Withhold it', look: 'warning' },
  first: dayValues('lookAgainOn', asked.visit.today.add({ months: 3 })),
})

const endShape = (asked: LookedAt, version: number): FormShape => ({
  ...familyForm(asked),
  title: 'Let this family be found again',
  warning: 'Co-ordinators of the locality list it again, and whoever asks whether somebody is involved is told so.',
  groups: [{ fields: [{ kind: 'lines', name: 'endedBecause', label: 'Why is nobody in danger by it any more?' }] }],
  ...{ submit: 'Let it be found', look: 'warning', first: {}, version },
})

const endUnseenShape = (line: ShieldLine): FormShape => ({
  ...withheldForm(line),
  title: 'Let this family be found again',
  lead: 'You read nothing of the family. Speak to whoever leads it, or to whom one asks instead, before you end this.',
  warning:
    'Co-ordinators of the locality list it again, and whoever asks whether somebody is involved is told so. Your reason stands in its record.',
  groups: [{ fields: [{ kind: 'lines', name: 'endedBecause', label: 'Why is nobody in danger by it any more?' }] }],
  ...{ submit: 'Let it be found', look: 'warning', first: {}, version: line.version },
})

const restrictShape = (asked: LookedAt): FormShape => ({
  ...familyForm(asked),
  title: 'Hold a part of the record',
  lead: 'It is kept, and nobody reads it but for a purpose that they name, until another person lifts this.',
  groups: [
    {
      fields: [
        { kind: 'radios', name: 'class', label: 'Which part?', options: optionsOf(classWords) },
        { kind: 'radios', name: 'ground', label: 'Why?', options: optionsOf(groundWords) },
        { kind: 'lines', name: 'words', label: 'Who asked for it, and what is checked?' },
      ],
    },
  ],
  ...{ submit: 'Hold it', first: {} },
})

const readShape = (asked: LookedAt): FormShape => ({
  ...familyForm(asked),
  title: 'Read what is held',
  lead: 'It is open to you for a short time. Your purpose stands with the record, and the family can be told.',
  groups: [
    {
      fields: [
        { kind: 'radios', name: 'purpose', label: 'For which purpose?', options: optionsOf(purposeOfReadingWords) },
        { kind: 'lines', name: 'words', label: 'In words' },
      ],
    },
  ],
  ...{ submit: 'Open it', first: {} },
})

const liftShape = (asked: LookedAt, version: number): FormShape => ({
  ...familyForm(asked),
  title: 'Lift this hold',
  lead: 'Whoever asked for it is told before it is lifted.',
  groups: [
    {
      fields: [
        { kind: 'lines', name: 'liftedBecause', label: 'Why?' },
        { kind: 'lines', name: 'toldHow', label: 'How were they told?' },
      ],
    },
  ],
  ...{ submit: 'Lift it', first: {}, version },
})

const ruleShape = ({ visit }: AskedCasework): FormShape => ({
  title: 'Set how long records are kept',
  lead: 'It holds from the day you say, for records that are closed already as well. Where several rules speak of a record, the one that keeps it longest counts.',
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: 'Kept and destroyed', href: retentionPaths.home() },
  ],
  cancel: retentionPaths.home(),
  groups: [
    {
      fields: [
        { kind: 'radios', name: 'recordClass', label: 'Of which record?', options: optionsOf(recordClassWords) },
        { kind: 'radios', name: 'anchor', label: 'Counted from when?', options: optionsOf(anchorWords) },
        { kind: 'number', name: 'months', label: 'For how many months?', hint: 'Six years are 72 months' },
        { kind: 'lines', name: 'basis', label: 'Why so long? Name the source' },
        { kind: 'line', name: 'approvedBy', label: 'Who approved it?' },
        { kind: 'day', name: 'startsOn', label: 'From which day?' },
      ],
    },
  ],
  submit: 'Set it',
  first: dayValues('startsOn', visit.today),
})
