import { Disclosure } from '@/app/ui/disclosure'
import { SettingsPath } from '@/app/ui/steps'
import type { besideQuestion } from '@/lib/pieces/beside'
import { piecePage as words } from '@/lib/words/piece-pages'

/** What is easily got wrong, where the setting stands, and what changes before it is turned on. */
export function Beside({ said, paths, cost }: ReturnType<typeof besideQuestion> & { said?: string }) {
  return (
    <>
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
