/** How the address of the page calls the pledge. */
import { useParams } from 'wouter';

interface Named {
  /** Its reference, or its id. */
  readonly named: string;
  /** Where it is the id, which is replaced by what people cite. */
  readonly id: string | undefined;
}

export const useNamed = (): Named => {
  const { conference, state, code, id } =
    useParams<Partial<Record<'conference' | 'state' | 'code' | 'id', string>>>();
  return { named: id ?? [conference, state, code].join('/'), id };
};
