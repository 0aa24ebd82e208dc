import type { ReactNode } from 'react';
import { Box, Heading, Link, Words } from './element';
import { Icon } from './icon';

/** A titled part of a page, with a way to all of it when there is more. */
export function Section(props: {
  title?: string | undefined;
  more?: { to: string; words: string } | undefined;
  children: ReactNode;
}) {
  const { title, more, children } = props;
  return (
    <Box as="section" className="sec">
      {title && (
        <Box className="sec__head">
          <Heading level={2} className="sec__title">
            {title}
          </Heading>
          {more && (
            <Link to={more.to} className="more" label={`${title}：${more.words}`}>
              <Words>{more.words}</Words>
              <Icon name="chevron-right" tone="ink-2" size="s" />
            </Link>
          )}
        </Box>
      )}
      {children}
    </Box>
  );
}

/** Paper on paper. */
export function Card({ padded, children }: { padded?: boolean; children: ReactNode }) {
  return <Box className={padded ? 'card card__pad' : 'card'}>{children}</Box>;
}
