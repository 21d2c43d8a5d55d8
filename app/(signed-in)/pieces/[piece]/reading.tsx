import { Notice } from '@/app/ui/notice'
import { Section } from '@/app/ui/page-frame'
import { sectionsFor } from '@/lib/guidance/short'
import type { PiecePage } from '@/lib/pieces/queries'
import { guidanceWords } from '@/lib/words/guidance'
import { whatChanged, shortGuidance as words } from '@/lib/words/short-guidance'

/** The guidance in short, without the parts for phones one does not have; what is new to who read an older one first. */
export function Reading({ page }: { page: PiecePage }) {
  const { under, guidanceVersion } = page
  const changed = under && under !== guidanceVersion ? whatChanged[guidanceVersion] : undefined
  return (
    <>
      {changed && (
        <Notice kind="note" word={changed.title}>
          <ul className="ml-6 list-disc">
            {changed.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="max-w-measure text-soft">{words.examples}</p>
      {sectionsFor(words.sections, page.platforms).map(({ title, paragraph, text }) => (
        <Section key={title} title={title}>
          <div className="flex max-w-measure flex-col gap-2">
            {text.map((one) => (
              <p key={one}>{one}</p>
            ))}
            <p className="text-aside text-soft">{guidanceWords.cited(paragraph)}</p>
          </div>
        </Section>
      ))}
    </>
  )
}
