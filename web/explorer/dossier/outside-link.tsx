import type { ComponentChildren } from 'preact';
import { webAddress } from '../state/web-address.ts';

/** A link to another site, if the address is one of the web; its text alone otherwise. */
export function OutsideLink({ address, children }: { address: string | null; children: ComponentChildren }) {
  const href = webAddress(address);
  if (href === null) return <bdi>{children}</bdi>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener nofollow">
      <bdi>{children}</bdi>
    </a>
  );
}
