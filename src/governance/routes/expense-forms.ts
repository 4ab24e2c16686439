import type { z } from 'zod'
import type { DocumentStore } from '#platform/documents/store.ts'
import { inspectUpload } from '#platform/documents/uploads/inspect.ts'
import { isUploadedFile, type UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { moneyInWords } from '#platform/money.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { amendClaim, markPaid, settleClaim, submitClaim } from '../commands/expenses.ts'
import { claimVersion, paidForm, parseClaim, settleForm, type TypedClaim } from '../forms/expenses.ts'
import type { FormField } from '../pages/form-field.ts'
import { claimPath, myExpensesPath } from '../paths.ts'
import { type ExpenseClaim, findApprovers, findBudgetStanding, findClaim, listMileRates } from '../queries/expenses.ts'
import { claimKinds, rateOn, vehicles } from '../rules/expenses.ts'
import { claimKindLabels, milesInWords, sumInWords, vehicleLabels } from '../words/expenses.ts'
import { backTo } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** Bytes of a receipt: a photograph of a telephone has 3 to 8 MB. */
const LARGEST_RECEIPT = 10_000_000
const crumbs = [{ text: 'My expenses', href: myExpensesPath }]

type WantedClaim = TypedClaim & { readonly file: UploadedFile | undefined; readonly version: number }

async function fieldsOf({ reader, visit }: Asked): Promise<readonly FormField[]> {
  const rates = await listMileRates(reader)
  const today = vehicles.flatMap((vehicle) => {
    const rate = rateOn(rates, vehicle, visit.today)
    return rate ? [`${vehicleLabels[vehicle].toLowerCase()} ${rate.pence}p`] : []
  })
  const group = { title: 'Only for miles' }
  return [
    { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(claimKindLabels, claimKinds) },
    { kind: 'day', name: 'spentOn', label: 'Spent on' },
    { kind: 'lines', name: 'words', label: 'For what?', hint: 'For example, the meeting of 4 March, there and back. Name no child' },
    { kind: 'select', name: 'vehicle', label: 'Vehicle', options: optionsOf(vehicleLabels, vehicles), group },
    { kind: 'line', name: 'miles', label: 'Miles, there and back', hint: `A mile is paid by its day; today ${today.join(', ')}`, group },
    { kind: 'line', name: 'sum', label: 'Sum in pounds', hint: 'For everything but miles. For example, 12.50' },
    {
      kind: 'file',
      name: 'file',
      label: 'Receipt',
      hint: 'A photograph (PNG or JPEG) or a PDF, at most 10 MB. Leave empty where you have none',
    },
  ]
}

const fileOf = (body: FormBody): UploadedFile | undefined => (isUploadedFile(body.file) ? body.file : undefined)

/** Claims from a board. */
export function newClaim(documents: DocumentStore) {
  return async (asked: Asked): Promise<FormSpec<WantedClaim>> => {
    const { id, slug, name } = asked.body
    const approvers = await findApprovers(asked.reader, id, asked.visit.today)
    const others = approvers.filter(({ person }) => person.id !== asked.standing.person?.id)
    const who =
      others.length === 0
        ? 'The board has not named anybody who could approve it yet.'
        : `${others.map(({ person }) => person.name).join(' or ')} approves it.`
    return {
      shape: {
        title: 'Claim expenses',
        caption: name,
        lead: `${who} Only you, they and the board’s clerks see it.`,
        breadcrumbs: crumbs,
        fields: await fieldsOf(asked),
        submit: 'Send the claim in',
        first: dayValues('spentOn', asked.visit.today),
        cancel: backTo(myExpensesPath),
      },
      parse: (body) => {
        const parsed = parseClaim(body)
        return parsed.ok ? succeed({ ...parsed.value, file: fileOf(body), version: 0 }) : parsed
      },
      perform: async (wanted) => {
        const receipt = await receiptOf(documents, wanted.file)
        if (!receipt.ok) return receipt
        const claimed = await submitClaim(asked.db, asked.visit, { ...wanted, receipt: receipt.value, body: id })
        return mapped(claimed, ({ id: claim }) => claimPath(slug, claim))
      },
    }
  }
}

/** Changes a claim of one's own and sends it in again. */
export function changedClaim(documents: DocumentStore) {
  return async (asked: Asked): Promise<FormSpec<WantedClaim>> => {
    const { id, slug, name } = asked.body
    const claim = await ownClaim(asked)
    return {
      shape: {
        title: 'Change a claim',
        caption: name,
        breadcrumbs: [...crumbs, { text: `Claim of ${sumInWords(claim.pence)}`, href: claimPath(slug, claim.id) }],
        fields: await fieldsOf(asked),
        submit: 'Send it in again',
        first: {
          ...{ kind: claim.kind, words: claim.words, ...dayValues('spentOn', claim.spentOn) },
          ...(claim.miles
            ? { vehicle: claim.miles.vehicle, miles: String(claim.miles.tenths / 10) }
            : { sum: (claim.pence / 100).toFixed(2) }),
        },
        version: claim.version,
        cancel: backTo(claimPath(slug, claim.id)),
      },
      parse: (body) => {
        const parsed = parseClaim(body)
        const version = parseForm(claimVersion, body)
        if (!parsed.ok) return parsed
        return version.ok ? succeed({ ...parsed.value, file: fileOf(body), version: version.value.version }) : version
      },
      perform: async (wanted) => {
        const receipt = await receiptOf(documents, wanted.file)
        if (!receipt.ok) return receipt
        const amended = await amendClaim(asked.db, asked.visit, { ...wanted, receipt: receipt.value, id: claim.id, body: id })
        return mapped(amended, () => claimPath(slug, claim.id))
      },
    }
  }
}

/** One's own claim of the address. @throws NotFound also for everybody else's */
async function ownClaim(asked: Asked): Promise<ExpenseClaim> {
  const claim = known(await findClaim(asked.reader, asked.id('claim'), asked.body.id))
  return known(claim.person.id === asked.standing.person?.id ? claim : undefined)
}

/** Checks a receipt by its content and keeps what was written anew of it, never the bytes that came. */
async function receiptOf(
  documents: DocumentStore,
  file: UploadedFile | undefined,
): Promise<Result<{ readonly document: string; readonly mediaType: string } | undefined, FieldProblem>> {
  if (!file || (file.size === 0 && !file.tooLarge)) return succeed(undefined)
  if (file.tooLarge || file.size > LARGEST_RECEIPT) return fail({ field: 'file', code: 'receipt-too-large' })
  const checked = await inspectUpload(file)
  if (!checked.ok && checked.code === 'checks-busy') return fail({ field: 'file', code: 'checks-busy' })
  if (!checked.ok || !checked.redrawn || (checked.kind !== 'pdf' && checked.kind !== 'image'))
    return fail({ field: 'file', code: 'receipt-unusable' })
  const { sha256 } = await documents.put(checked.redrawn, checked.mediaType)
  return succeed({ document: sha256, mediaType: checked.mediaType })
}

/** Approves a claim or returns it. */
export async function settledClaim(asked: Asked): Promise<FormSpec<z.output<typeof settleForm>>> {
  const { id, slug } = asked.body
  const claim = known(await findClaim(asked.reader, asked.id('claim'), id))
  const { left } = await findBudgetStanding(asked.reader, id, claim.spentOn)
  const page = claimPath(slug, claim.id)
  return {
    shape: {
      title: 'Approve or return',
      caption: `${claim.person.name}: ${claim.miles ? milesInWords(claim.miles) : claimKindLabels[claim.kind]}, ${sumInWords(claim.pence)}`,
      lead: left === undefined ? 'No budget is set for that year.' : `${sumInWords(left)} of the budget of that year is left.`,
      breadcrumbs: [{ text: `Claim of ${sumInWords(claim.pence)}`, href: page }],
      fields: [
        {
          kind: 'radios',
          name: 'outcome',
          label: 'What do you say?',
          options: [
            { value: 'approved', text: `Approve ${moneyInWords(claim.pence)}` },
            { value: 'returned', text: 'Return it with a reason' },
          ],
        },
        { kind: 'lines', name: 'reason', label: 'Why, where you return it', hint: 'The member and the board’s clerks read this' },
      ],
      submit: 'Save',
      first: {},
      version: claim.version,
      cancel: backTo(page),
    },
    parse: (body) => parseForm(settleForm, body),
    perform: async (input) => mapped(await settleClaim(asked.db, asked.visit, { ...input, id: claim.id, body: id }), () => page),
  }
}

/** Says that a claim was paid. */
export async function paidClaim(asked: Asked): Promise<FormSpec<z.output<typeof paidForm>>> {
  const { id, slug } = asked.body
  const claim = known(await findClaim(asked.reader, asked.id('claim'), id))
  const page = claimPath(slug, claim.id)
  return {
    shape: {
      title: 'Mark as paid',
      caption: `${claim.person.name}, ${sumInWords(claim.pence)}`,
      breadcrumbs: [{ text: `Claim of ${sumInWords(claim.pence)}`, href: page }],
      fields: [
        { kind: 'day', name: 'paidOn', label: 'Paid on' },
        { kind: 'line', name: 'reference', label: 'Reference of the payment', hint: 'As finance gives it' },
      ],
      submit: 'Mark as paid',
      first: dayValues('paidOn', asked.visit.today),
      version: claim.version,
      cancel: backTo(page),
    },
    parse: (body) => parseForm(paidForm, body),
    perform: async (input) => mapped(await markPaid(asked.db, asked.visit, { ...input, id: claim.id, body: id }), () => page),
  }
}
