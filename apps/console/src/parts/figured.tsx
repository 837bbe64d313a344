/** A sentence is one, in whatever order a language has it; its figure stands out in it. */
export const Figured = ({ text, figure }: { readonly text: string; readonly figure: string }) => {
  const at = text.indexOf(figure);
  return (
    <>
      {text.slice(0, at)}
      <strong>{figure}</strong>
      {text.slice(at + figure.length)}{' '}
    </>
  );
};
