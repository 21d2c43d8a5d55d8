import { Disclosure } from '@/app/ui/disclosure'
import { SettingsPath } from '@/app/ui/steps'
import type { besideQuestion } from '@/lib/pieces/beside'
import { piecePage as words } from '@/lib/words/piece-pages'

/** What is easily got wrong, where the setting stands, and what changes before it is turned on. */
type Said = ReturnType<typeof besideQuestion> & { told: string | undefined; said: string | undefined }
export function Beside({ told, said, paths, cost }: Said) {
  return (
    <>
      {told && <p className="font-semibold text-ink">{told}</p>}
      {said && <p>{said}</p>}
      {paths.map(({ item, path }) => (
        <SettingsPath key={`${item} ${path.join()}`} path={path} />
      ))}
      {cost && (
        <>
          <p className="mt-1">{words.before(cost.before)}</p>
          <Disclosure title={words.changes}>
            <ul className="ml-6 list-disc">
              {cost.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
    </>
  )
}
