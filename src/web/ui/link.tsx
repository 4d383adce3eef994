import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

/** Opens an address of this face (`/cases/1?tab=sum`) without reloading. */
export function useOpen(): (href: string) => void {
  const router = useRouter({ warn: false });
  return (href) => router.history.push(withBase(router.basepath, href));
}

function withBase(base: string, href: string): string {
  return base === '/' || base === '' ? href : `${base.replace(/\/$/, '')}${href}`;
}

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { readonly href: string };

/** A link inside this face; `href` starts with `/` and leaves the base out. Elsewhere (tel:, other face) use a plain `<a>`. */
export function A({ href, onClick, children, ...rest }: Props) {
  const router = useRouter({ warn: false });
  const full = withBase(router.basepath, href);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || rest.target === '_blank') return;
    event.preventDefault();
    router.history.push(full);
  };
  return <a {...rest} href={full} onClick={follow}>{children}</a>;
}
