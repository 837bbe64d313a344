/** A status: a word, and a shape for those who look for it, never a colour alone. */
import { statusName } from '../words/codes.ts';
import { say } from '../words/words.ts';

const ENDED = ['WITHDRAWN', 'DECLINED', 'LAPSED', 'SPLIT', 'MERGED', 'SUPERSEDED', 'VOID'];
const NOT_BEGUN = ['ANNOUNCED'];

export const StatusWord = ({
  status,
  suspended = false,
}: {
  readonly status: string | null;
  readonly suspended?: boolean;
}) => {
  if (status === null) return <span className="quiet">{say().notStated}</span>;
  const shape = suspended ? '‖' : ENDED.includes(status) ? '×' : NOT_BEGUN.includes(status) ? '○' : '●';
  return (
    <span className="status">
      <span aria-hidden="true">{shape}</span> {statusName(status)}
    </span>
  );
};
