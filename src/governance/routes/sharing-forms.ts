import type { z } from 'zod'
import type { DocumentStore } from '#platform/documents/store.ts'
import { inspectUpload } from '#platform/documents/uploads/inspect.ts'
import { isUploadedFile, type UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import {
  addSharingAgreement,
  changeSharingAgreement,
  keepSignedPaper,
  reviewSharingAgreement,
  signSharingAgreement,
  withdrawSharingAgreement,
} from '../commands/sharing-agreements.ts'
import {
  changedSharingForm,
  sharingForm,
  sharingReviewForm,
  sharingSignatureForm,
  signedPaperForm,
  withdrawnSharingForm,
} from '../forms/sharing-agreements.ts'
import type { FormField } from '../pages/form-field.ts'
import { sharingAgreementPath, sharingPath } from '../paths.ts'
import type { SharingAgreement } from '../queries/sharing-agreements.ts'
import { sharingSightLabels } from '../words/sharing.ts'
import { backTo, toSharing } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { organisationOptions, personOptions } from './options.ts'
import { mapped } from './outcome.ts'
import { agreementFor } from './sharing-pages.tsx'

/** What is read of a signed paper at the most, in bytes. */
const LARGEST = 20_000_000

const sights = (about: string): FormField => ({
  kind: 'radios',
  name: 'sight',
  label: `Who may read ${about}?`,
  options: optionsOf(sharingSightLabels, ['public', 'members']),
})

async function wordFields(asked: Asked): Promise<readonly FormField[]> {
  return [
    { kind: 'line', name: 'title', label: 'Title', hint: 'For example, Early help and schools: who is supported by whom' },
    { kind: 'lines', name: 'data', label: 'Which information is shared, about whom?' },
    { kind: 'lines', name: 'purpose', label: 'What for?' },
    {
      kind: 'lines',
      name: 'lawfulBasis',
      label: 'On which lawful basis?',
      hint: 'For example, UK GDPR article 6(1)(e) and the Children Act 2004, section 10',
    },
    { kind: 'select', name: 'owner', label: 'Who owns it?', hint: 'They are reminded of its review', options: await personOptions(asked) },
    { kind: 'day', name: 'startsOn', label: 'From' },
    {
      kind: 'day',
      name: 'endsOn',
      label: 'First day on which it no longer holds',
      hint: 'Leave empty where it holds until it is withdrawn',
    },
    { kind: 'day', name: 'reviewOn', label: 'To be reviewed by' },
    sights('this'),
  ]
}

/** Records an agreement. */
export async function newAgreement(asked: Asked): Promise<FormSpec<z.output<typeof sharingForm>>> {
  const { id: body, slug, name } = asked.body
  const { today } = asked.visit
  return {
    shape: {
      title: 'Record a sharing agreement',
      caption: name,
      lead: 'It holds when every party has signed; signatures and the signed paper are added on its page. Name nobody whose information is shared.',
      breadcrumbs: toSharing(asked.body),
      fields: [
        ...(await wordFields(asked)),
        { kind: 'boxes', name: 'parties', label: 'Which organisations are parties?', options: await organisationOptions(asked) },
      ],
      submit: 'Record agreement',
      first: { sight: 'public', ...dayValues('startsOn', today), ...dayValues('reviewOn', today.add({ years: 1 })) },
      cancel: backTo(sharingPath(slug)),
    },
    parse: (posted) => parseForm(sharingForm, posted),
    perform: async (input) =>
      mapped(await addSharingAgreement(asked.db, asked.visit, { ...input, body }), ({ id }) => sharingAgreementPath(slug, id)),
  }
}

const crumbsTo = (asked: Asked, { id, title }: SharingAgreement) => [
  ...toSharing(asked.body),
  { text: title, href: sharingAgreementPath(asked.body.slug, id) },
]

/** Changes an agreement; its words only while nobody has signed. */
export async function changedAgreement(asked: Asked): Promise<FormSpec<z.output<typeof changedSharingForm>>> {
  const agreement = await agreementFor(asked, 'change')
  const { id, title, data, purpose, lawfulBasis, owner, sight, startsOn, endsOn, reviewOn, version } = agreement
  const page = sharingAgreementPath(asked.body.slug, id)
  return {
    shape: {
      title: 'Change a sharing agreement',
      caption: title,
      lead: agreement.parties.some(({ signedOn }) => signedOn) ? 'Somebody has signed it: its words and days stay.' : undefined,
      breadcrumbs: crumbsTo(asked, agreement),
      fields: await wordFields(asked),
      submit: 'Save',
      first: {
        ...{ title, data, purpose, lawfulBasis, owner: owner.id, sight },
        ...{ ...dayValues('startsOn', startsOn), ...dayValues('endsOn', endsOn), ...dayValues('reviewOn', reviewOn) },
      },
      version,
      cancel: backTo(page),
    },
    parse: (posted) => parseForm(changedSharingForm, posted),
    perform: async (input) => mapped(await changeSharingAgreement(asked.db, asked.visit, { ...input, id }), () => page),
  }
}

/** Records the signature of a party. */
export async function agreementSigned(asked: Asked): Promise<FormSpec<z.output<typeof sharingSignatureForm>>> {
  const agreement = await agreementFor(asked, 'sign')
  const wanted = asked.id('organisation')
  const party = known(agreement.parties.find(({ organisation }) => organisation === wanted))
  const page = sharingAgreementPath(asked.body.slug, agreement.id)
  return {
    shape: {
      title: 'Record a signature',
      caption: `${party.name}: ${agreement.title}`,
      breadcrumbs: crumbsTo(asked, agreement),
      fields: [
        { kind: 'line', name: 'signedBy', label: 'Who signed, as what?', hint: 'For example, the data protection officer' },
        { kind: 'day', name: 'signedOn', label: 'Signed on' },
      ],
      submit: 'Record signature',
      first: dayValues('signedOn', asked.visit.today),
      cancel: backTo(page),
      warning: 'Once somebody has signed, the words of the agreement stay as they are.',
    },
    parse: (posted) => parseForm(sharingSignatureForm, posted),
    perform: async (input) =>
      mapped(await signSharingAgreement(asked.db, asked.visit, { ...input, id: agreement.id, organisation: wanted }), () => page),
  }
}

/** Records that an agreement was looked at again. */
export async function reviewedAgreement(asked: Asked): Promise<FormSpec<z.output<typeof sharingReviewForm>>> {
  const agreement = await agreementFor(asked, 'review')
  const page = sharingAgreementPath(asked.body.slug, agreement.id)
  const { today } = asked.visit
  return {
    shape: {
      title: 'Record a review',
      caption: agreement.title,
      breadcrumbs: crumbsTo(asked, agreement),
      fields: [
        { kind: 'day', name: 'reviewedOn', label: 'Reviewed on' },
        {
          kind: 'lines',
          name: 'outcome',
          label: 'What came of it?',
          hint: 'For example, still needed, nothing changes. Whoever may read the agreement reads this',
        },
        { kind: 'day', name: 'nextOn', label: 'Next review by' },
      ],
      submit: 'Record review',
      first: { ...dayValues('reviewedOn', today), ...dayValues('nextOn', today.add({ years: 1 })) },
      version: agreement.version,
      cancel: backTo(page),
    },
    parse: (posted) => parseForm(sharingReviewForm, posted),
    perform: async (input) => mapped(await reviewSharingAgreement(asked.db, asked.visit, { ...input, id: agreement.id }), () => page),
  }
}

/** Withdraws an agreement. */
export async function withdrawnAgreement(asked: Asked): Promise<FormSpec<z.output<typeof withdrawnSharingForm>>> {
  const agreement = await agreementFor(asked, 'change')
  const page = sharingAgreementPath(asked.body.slug, agreement.id)
  return {
    shape: {
      title: 'Withdraw a sharing agreement',
      caption: agreement.title,
      lead: 'Nothing can rest on it from that day. It stays in the register as withdrawn.',
      breadcrumbs: crumbsTo(asked, agreement),
      fields: [
        { kind: 'day', name: 'withdrawnOn', label: 'First day on which it no longer holds' },
        { kind: 'lines', name: 'because', label: 'Why?', hint: 'Whoever may read the agreement reads this' },
      ],
      submit: 'Withdraw',
      first: dayValues('withdrawnOn', asked.visit.today),
      version: agreement.version,
      cancel: backTo(page),
      warning: 'This cannot be taken back. What is agreed again is a new agreement.',
    },
    parse: (posted) => parseForm(withdrawnSharingForm, posted),
    perform: async (input) => mapped(await withdrawSharingAgreement(asked.db, asked.visit, { ...input, id: agreement.id }), () => page),
  }
}

type BroughtPaper = z.output<typeof signedPaperForm> & { readonly file: UploadedFile | undefined }

/** Brings the signed paper: a PDF, written anew, so that nothing is in it but its pages. */
export function signedPaper(documents: DocumentStore) {
  return async (asked: Asked): Promise<FormSpec<BroughtPaper>> => {
    const agreement = await agreementFor(asked, 'change')
    const page = sharingAgreementPath(asked.body.slug, agreement.id)
    return {
      shape: {
        title: 'Bring the signed paper',
        caption: agreement.title,
        lead: agreement.document ? 'It takes the place of the one that is there.' : undefined,
        breadcrumbs: crumbsTo(asked, agreement),
        fields: [{ kind: 'file', name: 'file', label: 'The signed agreement', hint: 'A PDF of 20 MB at the most' }, sights('the paper')],
        submit: 'Keep it',
        first: { sight: agreement.document ? agreement.documentSight : 'members' },
        version: agreement.version,
        cancel: backTo(page),
        warning: 'Look through it first: signatures and names may be in it.',
      },
      parse: (body) => {
        const parsed = parseForm(signedPaperForm, body)
        return parsed.ok ? succeed({ ...parsed.value, file: isUploadedFile(body.file) ? body.file : undefined }) : parsed
      },
      perform: async ({ file, sight, version }) => {
        const kept = await keptPdf(documents, file)
        if (!kept.ok) return kept
        return mapped(await keepSignedPaper(asked.db, asked.visit, { id: agreement.id, version, sight, document: kept.value }), () => page)
      },
    }
  }
}

async function keptPdf(documents: DocumentStore, file: UploadedFile | undefined): Promise<Result<string, FieldProblem>> {
  if (!file || (file.size === 0 && !file.tooLarge)) return fail({ field: 'file', code: 'paper-missing' })
  if (file.tooLarge || file.size > LARGEST) return fail({ field: 'file', code: 'paper-too-large' })
  const checked = await inspectUpload(file)
  if (!checked.ok) return fail({ field: 'file', code: 'paper-unreadable' })
  if (checked.kind !== 'pdf' || !checked.redrawn) return fail({ field: 'file', code: 'paper-not-pdf' })
  const { sha256 } = await documents.put(checked.redrawn, 'application/pdf')
  return succeed(sha256)
}
