/** Codes and references: from left to right in any language, or `2014-new-york` turns into `new-york-2014`. */
import type { ReactNode } from 'react';

export const Code = ({ children }: { readonly children: ReactNode }) => (
  <bdi dir="ltr" className="code">
    {children}
  </bdi>
);
