import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Acting, type Database, type Reader, readAs } from '#platform/database/session.ts'
import { Conflict, SignInNeeded } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { commonFieldWords, namedFieldWords } from './field-words.ts'
import { FormPage, type FormShape } from './form-page/form-page.tsx'
import { RefusalPage } from './form-page/refusal-page.tsx'
import { emptyForm, type FieldWords, type FormBody, formState, readForm } from './forms.ts'
import type { AppEnv, Visit } from './visit.ts'

/** Somebody signed in who does something. */
export type Doer = Acting & { readonly actor: NonNullable<Acting['actor']> }

/** Who acts. @throws SignInNeeded where nobody is signed in. */
export function doerOf(visit: Visit): Doer {
  const { actor } = visit
  if (actor === undefined) throw new SignInNeeded('Nobody is signed in.')
  return { actor, now: visit.now, today: visit.today }
}

/** Finds what an address names and asks the access matrix. @throws NotFound, Forbidden, SignInNeeded */
export type Gate<What, With extends Reader = Reader> = (reader: With, c: Context<AppEnv, string>) => Promise<What>

/** How a page is read: in a transaction that only reads, or, where looking itself is recorded, in one that writes. */
export type Reading<With extends Reader> = <Value>(db: Database, acting: Acting, work: (reader: With) => Promise<Value>) => Promise<Value>

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

/** Turns the value of a success into the address to go to. */
export function leadTo<Value>(result: Result<Value, FieldProblem>, address: (value: Value) => string): Result<string, FieldProblem> {
  return result.ok ? { ok: true, value: address(result.value) } : result
}

/** Where an endpoint is put, and what it reads with. */
export interface EndpointNeeds {
  readonly db: Database
}

/** Puts a page at an address. */
export function pageAt<What>(
  app: Hono<AppEnv>,
  needs: EndpointNeeds,
  path: string,
  gate: Gate<What>,
  draw: (asked: What) => Promise<JSX.Element>,
): void {
  app.get(path, async (c) => c.html(await readAs(needs.db, c.get('visit'), async (reader) => draw(await gate(reader, c)))))
}

/** Puts a form at an address. */
export type FormAt<With extends Reader = Reader> = <What, Input>(
  app: Hono<AppEnv>,
  needs: EndpointNeeds,
  path: string,
  gate: Gate<What, With>,
  make: (asked: What) => Promise<FormSpec<Input>>,
) => void

/**
 * How a domain puts forms at addresses, with its own words for problems: GET shows the form, POST does it and leads on (303). Problems bring the page
 * back (422) with everything typed; a record that somebody else changed first brings it back (409) with both versions (X5).
 */
export function formsWith(problemWords: FieldWords): FormAt {
  return formsReadBy(readAs, problemWords)
}

/** The same, for forms that show what is read in another way than other pages. */
export function formsReadBy<With extends Reader>(reading: Reading<With>, problemWords: FieldWords): FormAt<With> {
  return (app, needs, path, gate, make) => {
    const specFor = (c: Context<AppEnv, string>): ReturnType<typeof make> =>
      reading(needs.db, c.get('visit'), async (reader) => make(await gate(reader, c)))
    app.get(path, async (c) => {
      const { shape } = await specFor(c)
      return c.html(<FormPage visit={c.get('visit')} shape={shape} form={emptyForm(shape.first)} />)
    })
    app.post(path, async (c) => {
      const visit = c.get('visit')
      const spec = await specFor(c)
      const body = await readForm(c)
      const again = (problems: readonly FieldProblem[]) =>
        c.html(<FormPage visit={visit} shape={spec.shape} form={formState(body, problems, wordsFor(spec.shape, problemWords))} />, 422)
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
}

/** The words for the problems of a form, with the name of the field where a domain says nothing better. */
export function wordsFor({ groups }: FormShape, problemWords: FieldWords): FieldWords {
  const labels = new Map(groups.flatMap(({ fields }) => fields).map(({ name, label }) => [name, label]))
  return (problem) => {
    const label = labels.get(problem.field)
    return problemWords(problem) ?? (label === undefined ? undefined : namedFieldWords(problem, label))
  }
}

/** Puts an act without a page of its own at an address. */
export type ActAt = <What>(
  app: Hono<AppEnv>,
  needs: EndpointNeeds,
  path: string,
  gate: Gate<What>,
  perform: (asked: What, doer: Doer, body: FormBody) => Promise<Result<string, FieldProblem>>,
  back: (asked: What) => string,
) => void

/** How a domain puts buttons at addresses, with its own words for problems: where the act cannot be done, a page says why and leads back (422). */
export function actsWith(problemWords: FieldWords): ActAt {
  return (app, needs, path, gate, perform, back) => {
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
}
