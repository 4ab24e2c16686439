import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { readAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { commonFieldWords, namedFieldWords } from '#platform/web/field-words.ts'
import { FormPage, type FormShape } from '#platform/web/form-page/form-page.tsx'
import { RefusalPage } from '#platform/web/form-page/refusal-page.tsx'
import { emptyForm, type FieldWords, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { problemWords } from '../words/problems.ts'
import { doerOf, type Gate } from './gates.ts'

/** A form: what it shows, how it is read, what it does. `perform` hands back the address to go to. */
export interface FormSpec<Input> {
  readonly shape: FormShape
  parse(body: FormBody): Result<Input, FieldProblem>
  perform(doer: Doer, input: Input): Promise<Result<string, FieldProblem>>
}

/** Puts a form together: what it shows, how it is read, what it does. */
export function form<Input>(
  shape: FormShape,
  parse: (body: FormBody) => Result<Input, FieldProblem>,
  perform: (doer: Doer, input: Input) => Promise<Result<string, FieldProblem>>,
): FormSpec<Input> {
  return { shape, parse, perform }
}

/** Puts a page at an address. */
export function pageAt<What>(
  app: Hono<AppEnv>,
  needs: MeetingsNeeds,
  path: string,
  gate: Gate<What>,
  draw: (asked: What) => Promise<JSX.Element>,
): void {
  app.get(path, async (c) => c.html(await readAs(needs.db, c.get('visit'), async (reader) => draw(await gate(reader, c)))))
}

/**
 * Puts a form at an address: GET shows it, POST does it and leads on (303). Problems bring the page back (422) with everything typed;
 * a record that somebody else changed first brings it back (409) with both versions (X5).
 */
export function formAt<What, Input>(
  app: Hono<AppEnv>,
  needs: MeetingsNeeds,
  path: string,
  gate: Gate<What>,
  make: (asked: What) => Promise<FormSpec<Input>>,
): void {
  const specFor = (c: Context<AppEnv>): Promise<FormSpec<Input>> =>
    readAs(needs.db, c.get('visit'), async (reader) => make(await gate(reader, c)))
  app.get(path, async (c) => {
    const { shape } = await specFor(c)
    return c.html(<FormPage visit={c.get('visit')} shape={shape} form={emptyForm(shape.first)} />)
  })
  app.post(path, async (c) => {
    const visit = c.get('visit')
    const spec = await specFor(c)
    const body = await readForm(c)
    const again = (problems: readonly FieldProblem[]) =>
      c.html(<FormPage visit={visit} shape={spec.shape} form={formState(body, problems, wordsFor(spec.shape))} />, 422)
    const parsed = spec.parse(body)
    if (!parsed.ok) return again(parsed.problems)
    try {
      const outcome = await spec.perform(doerOf(visit), parsed.value)
      return outcome.ok ? c.redirect(outcome.value, 303) : again(outcome.problems)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const { shape } = await specFor(c)
      return c.html(<FormPage visit={visit} shape={shape} form={formState(body, [], problemWords)} stale />, 409)
    }
  })
}

/** The words for the problems of a form, with the name of the field where nothing better is said. */
export function wordsFor({ groups }: FormShape): FieldWords {
  const labels = new Map(groups.flatMap(({ fields }) => fields).map(({ name, label }) => [name, label]))
  return (problem) => {
    const label = labels.get(problem.field)
    return problemWords(problem) ?? (label === undefined ? undefined : namedFieldWords(problem, label))
  }
}

/** Puts an act without a page of its own at an address; where it cannot be done, a page says why and leads back. */
export function actAt<What>(
  app: Hono<AppEnv>,
  needs: MeetingsNeeds,
  path: string,
  gate: Gate<What>,
  perform: (asked: What, doer: Doer, body: FormBody) => Promise<Result<string, FieldProblem>>,
  back: (asked: What) => string,
): void {
  app.post(path, async (c) => {
    const visit = c.get('visit')
    const body = await readForm(c)
    const asked = await readAs(needs.db, visit, (reader) => gate(reader, c))
    const outcome = await perform(asked, doerOf(visit), body)
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const sentences = outcome.problems.map((problem) => problemWords(problem) ?? commonFieldWords(problem))
    return c.html(<RefusalPage visit={visit} sentences={sentences} back={back(asked)} />, 422)
  })
}

/** Turns the value of a success into the address to go to. */
export function leadTo<Value>(result: Result<Value, FieldProblem>, address: (value: Value) => string): Result<string, FieldProblem> {
  return result.ok ? { ok: true, value: address(result.value) } : result
}
