import type { Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { doerOf, form, formsWith, leadTo, pageAt, wordsFor } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { FormPage, type FormShape } from '#platform/web/form-page/form-page.tsx'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { openInEmergency, reviewEmergency } from '../commands/emergency.ts'
import { parseEmergency, parseReview } from '../forms/need-to-know.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { EmergenciesPage } from '../pages/emergencies-page.tsx'
import { familyPaths } from '../paths.ts'
import { listEmergencies } from '../queries/emergencies.ts'
import { idOf } from '../queries/ties.ts'
import { emergencyWords } from '../words/casework.ts'
import { problemWords } from '../words/problems.ts'
import { caseworkGate } from './gates.ts'
import { families } from './shapes.ts'

const formAt = formsWith(problemWords)
const emergencies = { text: 'Emergencies', href: familyPaths.emergencies() }

/** Opening a family in an emergency, and its review. */
export function emergencyRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, '/families/emergencies', caseworkGate('emergencies', 'read'), async ({ reader, visit, ties }) => (
    <EmergenciesPage visit={visit} relations={ties.relations} person={ties.person} uses={await listEmergencies(reader)} />
  ))
  const gate = caseworkGate('families', 'emergency')
  pageAt(app, needs, '/families/emergency', gate, async ({ visit }) => <FormPage visit={visit} shape={emergencyShape} form={emptyForm()} />)
  app.post('/families/emergency', async (c) => {
    const visit = c.get('visit')
    const doer = doerOf(visit)
    await readAs(needs.db, visit, (reader) => gate(reader, c))
    const body = await readForm(c)
    const parsed = parseEmergency(body)
    const again = (problems: Parameters<typeof formState>[1]) =>
      c.html(
        <FormPage
          visit={visit}
          shape={emergencyShape}
          form={formState({ ...body, password: '', code: '' }, problems, wordsFor(emergencyShape, problemWords))}
        />,
        422,
      )
    if (!parsed.ok) return again(parsed.problems)
    // Not from a screen that was left open: password and second step are asked again, and counted as at signing in.
    const { password, code } = parsed.value
    const wrong = await needs.confirmOwner(visit, { headers: c.req.raw.headers, client: c.get('client'), password, code })
    if (wrong) return again([wrong])
    const opened = await openInEmergency(needs, doer, parsed.value)
    return opened.ok ? c.redirect(familyPaths.family(opened.value.episode), 303) : again(opened.problems)
  })
  formAt(app, needs, '/families/emergencies/:use/review', caseworkGate('emergencies', 'review'), async (asked) =>
    form(reviewShape, parseReview, async (doer, input) =>
      leadTo(await reviewEmergency(needs, doer, idOf(asked.part('use')), input), familyPaths.emergencies),
    ),
  )
}

const emergencyShape: FormShape = {
  title: 'Open a family in an emergency',
  lead: 'For a child who is at risk now, when nobody who may share can be reached. You read one family, you write nothing, and it closes by itself. If a child is in danger, ring 999 first.',
  breadcrumbs: [families, emergencies],
  cancel: familyPaths.emergencies(),
  warning: 'The lead of the family and an owner of information governance are told at once. The family can be told, too.',
  groups: [
    {
      heading: 'Which family?',
      fields: [
        { kind: 'short', name: 'reference', label: 'Its reference', hint: 'Such as EH-7K2M-Q9XA' },
        { kind: 'line', name: 'name', label: 'Or the name of a child or parent, as it is written' },
        { kind: 'day', name: 'bornOn', label: 'And the day of birth' },
      ],
    },
    {
      heading: 'Why now?',
      fields: [
        { kind: 'radios', name: 'reason', label: 'The reason', options: optionsOf(emergencyWords) },
        { kind: 'lines', name: 'words', label: 'What happened, and what you need to know' },
      ],
    },
    {
      heading: 'It is you',
      fields: [
        { kind: 'password', name: 'password', label: 'Your password' },
        { kind: 'short', name: 'code', label: 'The code of your authenticator app, or a recovery code' },
      ],
    },
  ],
  submit: 'Open it, to be read',
  look: 'warning',
  first: {},
}

const reviewShape: FormShape = {
  title: 'Review an emergency',
  lead: 'Until you have, whoever opened the family can open no other. Speak with them first, and with the lead.',
  breadcrumbs: [families, emergencies],
  cancel: familyPaths.emergencies(),
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'verdict', label: 'Was it justified?' },
          options: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ],
        },
        { kind: 'lines', name: 'words', label: 'Why, and what follows from it?' },
      ],
    },
  ],
  submit: 'Record the review',
  first: {},
}
