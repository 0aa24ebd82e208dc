import { useState } from 'react';
import { householdsQuery } from '@/data/community';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { RowLink } from '@/ui/row';
import { Card } from '@/ui/section';
import { householdPage } from '../pages';
import { StaffPage } from '../staff-page';

const SEARCH_LENGTH_MAX = 40;

function Found({ search }: { search: string }) {
  const asked = useAsk(householdsQuery(search));
  return (
    <Answer
      of={asked}
      empty={{
        when: ({ households }) => households.length === 0,
        face: <Blank icon="search" title="没找到这一户" sub="换户编号、户主姓名或门牌再找" />,
      }}
    >
      {({ households, more }) => (
        <>
          <Card>
            {households.map((home) => (
              <RowLink
                key={home.id}
                to={householdPage(home.id)}
                title={`${home.householderName} 家`}
                sub={`${home.areaName} · ${home.address} · ${home.code}`}
                end={`${home.peopleCount} 人`}
              />
            ))}
          </Card>
          {more && <Box className="sub pads">还有更多，请写得再细一点</Box>}
        </>
      )}
    </Answer>
  );
}

function Search() {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const find = () => setSearch(typed.trim());
  return (
    <Box className="pads">
      <Field
        label="找一户"
        hint="户编号、姓名、拼音首字母、电话后四位、门牌"
        value={typed}
        waits
        lengthMax={SEARCH_LENGTH_MAX}
        onChange={setTyped}
        onEnter={find}
      />
      <Button block icon="search" onPress={find}>
        找
      </Button>
      {search !== '' && (
        <Box className="pads-top">
          <Found key={search} search={search} />
        </Box>
      )}
    </Box>
  );
}

/** 找一户: one box for everything that is known of a home. */
export default function HouseholdsPage() {
  return (
    <StaffPage title="找一户" needs={['households.read']}>
      {() => <Search />}
    </StaffPage>
  );
}
