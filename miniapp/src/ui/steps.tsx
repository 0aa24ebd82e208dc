import { useCare } from './care';
import { Box } from './element';
import { Icon } from './icon';

function dressOf(at: number, now: number): string {
  if (at < now) return 'step step--done';
  return at === now ? 'step step--now' : 'step';
}

/** Three to six steps; `now` counts from 0 and passes the last when all is done. In care mode only words. */
export function Steps({ names, now }: { names: readonly string[]; now: number }) {
  const care = useCare();
  const said = names[now] ?? names[names.length - 1] ?? '';
  const words = `第 ${Math.min(now + 1, names.length)} 步，共 ${names.length} 步：${said}`;
  if (care) return <Box className="b">{words}</Box>;
  return (
    <Box className="steps" role="img" label={words}>
      {names.map((name, at) => (
        <Box key={name} className={dressOf(at, now)}>
          <Box className="step__dot">
            {at < now ? <Icon name="check" tone="on-red" size="s" /> : String(at + 1)}
          </Box>
          <Box>{name}</Box>
        </Box>
      ))}
    </Box>
  );
}
