/** Where a statement comes from. Only an address that encrypts is a link; anything else is words, whatever it says. */
export const Source = ({ of }: { readonly of: string | null }) => {
  if (of === null) return null;
  const links = [...new Set(of.split(/\s*;\s*/))];
  return links.map((one) => (
    <span className="source" key={one}>
      {/^https:\/\/[^\s]+$/.test(one) ? (
        <a href={one} rel="noreferrer">
          {new URL(one).hostname}
        </a>
      ) : (
        one
      )}
    </span>
  ));
};
