import { type AskedBoard, type BodySummary, listBodies, listOrganisationsOn, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import { EditorScript, MarkdownAdvice } from '#platform/web/components/rich-textarea.tsx'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { procedureCrumbs } from '../pages/procedure-page.tsx'
import { procedurePaths } from '../paths.ts'
import { findProcedureAudience, findProcedureText, type ProcedureVersion } from '../queries/procedures.ts'
import { procedureAudienceWords, procedureKindWords } from '../words/procedure.ts'
import type { AskedProcedure } from './procedure-gates.ts'

const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, text: name }))

async function aboutFields({ reader, visit }: Pick<AskedBoard, 'reader' | 'visit'>): Promise<readonly FieldSpec[]> {
  return [
    { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(procedureKindWords) },
    { kind: 'line', name: 'title', label: 'What is it called?' },
    { kind: 'short', name: 'reference', label: 'Reference (optional)' },
    {
      kind: 'lines',
      name: 'themes',
      label: 'Which subjects is it about? (optional)',
      rows: 3,
      hint: 'One a line, in the words of the people who use it',
    },
    {
      ...{ kind: 'select', name: 'owner', label: 'Which person owns it?', none: 'A post, whoever holds it' },
      hint: 'They write its drafts, answer what people say of it and are reminded of its review',
      options: named(await listPeopleWhoSignIn(reader)),
    },
    { kind: 'line', name: 'ownerPost', label: 'Which post owns it? (optional where a person does)' },
    {
      ...{ kind: 'select', name: 'ownerOrganisation', label: 'Of which agency is the owner?', none: 'None in particular' },
      options: named(await listOrganisationsOn(reader, visit.today)),
    },
  ]
}

/** The form of a new procedure. */
export async function beginProcedureShape(asked: AskedBoard): Promise<FormShape> {
  return {
    title: 'Begin a procedure',
    caption: asked.body.name,
    lead: 'You write its text, or bring it as a PDF, in the next step.',
    breadcrumbs: procedureCrumbs(asked.body),
    groups: [
      {
        fields: [
          ...(await aboutFields(asked)),
          {
            ...{ kind: 'radios', name: 'audience', label: 'Who is it for, once it is issued?', options: optionsOf(procedureAudienceWords) },
            hint: 'This stays as it is once anybody has seen it',
          },
          { kind: 'day', name: 'reviewOn', label: 'When is it to be looked at again? (optional)' },
        ],
      },
    ],
    submit: 'Begin',
    first: { kind: 'procedure', audience: 'public' },
    cancel: procedurePaths.ofBoard(asked.body.slug),
  }
}

/** What every form of a procedure shows about it, and where it leads back to. */
export const frameOf = ({ board, procedure }: { readonly board: BodySummary; readonly procedure: AskedProcedure['procedure'] }) => ({
  caption: procedure.title,
  breadcrumbs: [...procedureCrumbs(board), { text: procedure.title, href: procedurePaths.procedure(procedure.id) }],
  cancel: procedurePaths.procedure(procedure.id),
})

/** The form that changes what a procedure is called and who owns it. */
export async function editProcedureShape(asked: AskedProcedure): Promise<FormShape> {
  const { procedure } = asked
  const { kind, title, reference, themes, owner, ownerName, ownerOrganisation, version } = procedure
  const post = owner === null ? ownerName : ownerName.split(', ').slice(1).join(', ')
  return {
    title: 'Change title or owner',
    ...frameOf(asked),
    groups: [{ fields: await aboutFields(asked) }],
    submit: 'Save',
    first: {
      ...{ kind, title, reference, themes: themes.join('\n'), owner: owner ?? '', ownerPost: post },
      ownerOrganisation: ownerOrganisation ?? '',
    },
    version,
  }
}

/** The form that says whose people must read it. */
export async function audienceShape(asked: AskedProcedure): Promise<FormShape> {
  const { reader, visit, procedure } = asked
  const audience = await findProcedureAudience(reader, procedure.id)
  return {
    title: 'Who must read it?',
    ...frameOf(asked),
    lead: 'People of these agencies and boards who sign in here find it in My work until they say that they have read the version in force. They can read it from then on.',
    groups: [
      {
        fields: [
          { kind: 'boxes', name: 'bodies', label: 'Members of which boards?', options: named(await listBodies(reader, visit.today)) },
          {
            ...{ kind: 'boxes', name: 'organisations', label: 'People of which agencies?' },
            options: named(await listOrganisationsOn(reader, visit.today)),
          },
        ],
      },
    ],
    submit: 'Save',
    first: { organisations: [...audience.organisations], bodies: [...audience.bodies] },
    version: procedure.version,
  }
}

/** The form that begins a new version. */
export function reviseProcedureShape(asked: AskedProcedure): FormShape {
  return {
    title: 'Begin a new version',
    ...frameOf(asked),
    lead: 'It begins with what the last version says. The version in force holds until this one is issued.',
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'changes', label: 'What is to be different, and why?', rows: 3, hint: 'Readers of the version read this' },
        ],
      },
    ],
    submit: 'Begin',
    first: {},
  }
}

/** The form with the text of a draft. */
export async function writeProcedureShape(asked: AskedProcedure, draft: ProcedureVersion): Promise<FormShape> {
  return {
    title: 'Write the draft',
    ...frameOf(asked),
    groups: [
      {
        fields: [
          ...(draft.number === 1
            ? []
            : [{ kind: 'lines', name: 'changes', label: 'What is different from the version before?', rows: 3 } satisfies FieldSpec]),
          {
            ...{ kind: 'rich', name: 'text', label: 'What does it say?' },
            hint: 'Leave it empty where a PDF says it all. Use headings, so that people find their part',
          },
        ],
      },
    ],
    submit: 'Save',
    first: { text: printMarkdown(await findProcedureText(asked.reader, draft.id)), changes: draft.changes },
    version: draft.revision,
    below: (
      <>
        <MarkdownAdvice />
        <EditorScript />
      </>
    ),
  }
}

/** The form with a document for a draft. */
export function documentShape(asked: AskedProcedure, draft: ProcedureVersion): FormShape {
  return {
    title: 'Bring a PDF',
    ...frameOf(asked),
    lead: draft.document === null ? undefined : 'It takes the place of the one that is there.',
    groups: [
      {
        fields: [
          { kind: 'file', name: 'file', label: 'The document', hint: 'A PDF of 20 MB at the most' },
          ...(draft.document === null
            ? []
            : [{ kind: 'tick', name: 'withdrawn', label: 'Take out the one that is there instead' } satisfies FieldSpec]),
        ],
      },
    ],
    submit: 'Save',
    first: {},
    version: draft.revision,
  }
}

/** The form that drops a draft. */
export function dropShape(asked: AskedProcedure, draft: ProcedureVersion): FormShape {
  return {
    title: `Drop the draft of version ${draft.number}`,
    ...frameOf(asked),
    lead: 'What was issued stays as it is. The draft stays in the list of versions as dropped.',
    groups: [],
    submit: 'Drop the draft',
    look: 'warning',
    warning: 'This cannot be taken back.',
    first: {},
  }
}

/** The form that issues a draft. */
export function issueShape(asked: AskedProcedure, draft: ProcedureVersion): FormShape {
  const { procedure, visit } = asked
  const { today } = visit
  return {
    title: `Issue version ${draft.number}`,
    ...frameOf(asked),
    lead: `It is then for: ${procedureAudienceWords[procedure.audience].toLowerCase()}. The version before holds until the day before.`,
    groups: [
      {
        fields: [
          { kind: 'day', name: 'startsOn', label: 'From which day does it hold?' },
          { kind: 'day', name: 'reviewOn', label: 'When is it to be looked at again?' },
        ],
      },
    ],
    submit: 'Issue it',
    warning:
      'What was issued can no longer be changed. Look through it first: no names of children, and nothing that is not for its readers.',
    first: { ...dayValues('startsOn', today), ...dayValues('reviewOn', today.add({ years: 1 })) },
    version: draft.revision,
  }
}

/** The form that records a review. */
export function reviewProcedureShape(asked: AskedProcedure): FormShape {
  const { today } = asked.visit
  return {
    title: 'Record a review',
    ...frameOf(asked),
    groups: [
      {
        fields: [
          { kind: 'day', name: 'reviewedOn', label: 'On which day was it looked at?' },
          {
            kind: 'lines',
            name: 'outcome',
            label: 'What came of it?',
            rows: 3,
            hint: 'For example: still right, nothing changes. Its readers read this',
          },
          { kind: 'day', name: 'nextOn', label: 'When is it to be looked at next?' },
        ],
      },
    ],
    submit: 'Record',
    first: { ...dayValues('reviewedOn', today), ...dayValues('nextOn', today.add({ years: 1 })) },
  }
}

/** The form that withdraws a procedure. */
export function withdrawShape(asked: AskedProcedure): FormShape {
  return {
    title: 'Withdraw it',
    ...frameOf(asked),
    lead: 'It stays in the library as withdrawn, with every version. A draft of it is dropped.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'withdrawnOn', label: 'First day on which nothing of it holds' },
          { kind: 'lines', name: 'because', label: 'Why, and what holds instead?', rows: 3, hint: 'Its readers read this' },
        ],
      },
    ],
    submit: 'Withdraw',
    look: 'warning',
    warning: 'This cannot be taken back. What is to hold again is a new procedure.',
    first: dayValues('withdrawnOn', asked.visit.today.add({ days: 1 })),
    version: asked.procedure.version,
  }
}
