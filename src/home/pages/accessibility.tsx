import type { JSX } from 'hono/jsx/jsx-runtime'
import { Prose } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'

/** What works for whom, what was tested and how, what does not work yet, and whom to tell. */
export function AccessibilityPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Accessibility statement"
      description="How this site was made usable for everybody, and what is not right yet."
    >
      <PageHead
        title="Accessibility statement"
        lead="We want everybody to be able to follow, prepare and take part in the work of these boards."
      />
      <Prose>
        <p>On every page of this site you should be able to:</p>
        <ul>
          <li>make the text twice as large, or narrow the window to a phone’s width, and lose nothing</li>
          <li>reach everything with a keyboard alone, and always see where you are</li>
          <li>use a screen reader, speech recognition or your own colours</li>
          <li>switch scripts off: every page and every form works without them</li>
          <li>read a meeting’s pack as web pages instead of as a PDF</li>
        </ul>
        <h2>How far we comply</h2>
        <p>
          This site aims to meet the Web Content Accessibility Guidelines, version 2.2, level AA. It is <strong>partially compliant</strong>
          , because of what is listed under ‘What is not right yet’.
        </p>
        <h2>How we tested</h2>
        <p>
          Every page is tested by machine each time the software changes: with axe in a real browser, with an HTML checker, at 320 pixels’
          width, with the Tab key from top to bottom, with scripts off, in dark colours and in print. Machines find about half of what can
          be wrong. No person who uses a screen reader every day has tested this version, and no outside auditor has looked at it.
        </p>
        <h2>What is not right yet</h2>
        <ul>
          <li>Packs that we make are tagged PDFs that follow PDF/UA-1. They have not been tried with every screen reader.</li>
          <li>
            Wide tables scroll sideways on a small screen, or turn into blocks. We have not tried the blocks with every screen reader.
          </li>
          <li>Papers are written by many people. A picture without a description, or a table used for layout, may slip through.</li>
        </ul>
        <h2>Tell us what does not work</h2>
        <p>
          If you cannot use a page, or need a paper in another form (large print, easy read, a recording, braille), tell the clerk of the
          board it belongs to. Each <a href="/boards">board’s page</a> names the clerk. Say which page it was and what you need; you should
          hear back within 5 working days.
        </p>
        <h2>If you are not content with the answer</h2>
        <p>
          The Equality and Human Rights Commission enforces the accessibility regulations of 2018. If the answer does not help, contact the{' '}
          <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
        </p>
      </Prose>
    </Page>
  )
}
