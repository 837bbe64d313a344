/** What several figures ask of the same row is computed once: they are fed row by row. */
export const onceForRow = <Row extends object, Value>(
  valueOf: (row: Row) => Value,
): ((row: Row) => Value) => {
  let last: { readonly row: Row; readonly value: Value } | undefined;
  return (row) => {
    if (last?.row !== row) last = { row, value: valueOf(row) };
    return last.value;
  };
};
