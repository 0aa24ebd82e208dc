import { communityPeople } from '@bank/db/schema/community';
import { selectionCampaigns } from '@bank/db/schema/selection';
import { and, eq, ne } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { signInAs } from './asking.ts';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, type Visitor, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const DESK = { width: 1280, care: false };
const NOBODYS_CODE = '09990001';

type Given = () => { browser: Browser; town: Town };

/** A campaign of the demonstration by its title. */
async function campaignNamed({ bank }: Town, title: string): Promise<string> {
  const [found] = await bank.reader
    .select({ id: selectionCampaigns.id })
    .from(selectionCampaigns)
    .where(eq(selectionCampaigns.title, title));
  if (!found) throw new Error(`the demonstration has no ${title}`);
  return found.id;
}

/** 已投 24 / 80 户, as two numbers. */
async function turnoutOn(visitor: Visitor): Promise<number[]> {
  const words = await wordsOf(shown(visitor.page).getByText(/^已投 \d+ \/ \d+ 户$/));
  return (words.match(/\d+/g) ?? []).map(Number);
}

/** Everything the phone keeps, as one text. */
const keptOn = ({ page }: Visitor) => page.evaluate(() => JSON.stringify({ ...localStorage }));

async function openOwnCampaign(town: Town, resident: Visitor): Promise<string> {
  await resident.visit('/selection/campaigns/index');
  await resident.page.getByRole('link', { name: /^本季最美家庭评选/ }).click();
  await resident.page.waitForURL(/selection\/campaign\//);
  await shown(resident.page)
    .getByText(/^已投 \d+/)
    .waitFor();
  return campaignNamed(town, '本季最美家庭评选');
}

/** One ballot of one home, from its phone to the turnout of the console, and nothing beyond. */
function ballotJourney(given: Given): void {
  test('a householder reads, votes and is told so once; the home has voted and the console counts it, sealed', async () => {
    const { browser, town } = given();
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const campaignId = await openOwnCampaign(town, resident);
    const { page } = resident;
    await shown(page).getByText('您家还没投', { exact: true }).waitFor();
    const [before = 0, roll = 0] = await turnoutOn(resident);
    await resident.picture('campaign-voting');

    const steward = await arrive(browser, town, DESK);
    await signInBy(steward, '社区干部');
    await steward.visit(`/staff/campaign/index?id=${campaignId}`);
    expect(await wordsOf(shown(steward.page).locator('.hero-num'))).toBe(String(before));

    await shown(page).getByRole('link', { name: '看事迹' }).first().click();
    await page.waitForURL(/selection\/candidate/);
    const candidateId = new URL(page.url().replace('#', '')).searchParams.get('id') ?? '';
    expect(candidateId).toMatch(/^candidate_/);
    await shown(page).getByRole('heading', { name: '这一家的事迹' }).waitFor();
    await page.getByRole('button', { name: '投给这一家' }).click();
    const sheet = page.getByRole('dialog', { name: '投票' });
    await sheet.getByText('投了就不能改').waitFor();
    await sheet.getByRole('button', { name: '谁能知道我投了谁' }).click();
    await sheet.getByText(/看不到投给谁/).waitFor();
    await resident.picture('vote-sheet');
    await resident.context.setOffline(true);
    await sheet.getByRole('button', { name: '确认投票' }).click();
    await sheet.getByText('没网投不了，有网再投').waitFor();
    await resident.context.setOffline(false);
    let keptUnderWay = '';
    await page.route('**/api/selection/ballots', async (route) => {
      keptUnderWay = await keptOn(resident);
      await route.continue();
    });
    await sheet.getByRole('button', { name: '确认投票' }).click();

    await page.waitForURL(/selection\/receipt/);
    await shown(page).getByText('投好了，谢谢您').waitFor();
    await shown(page)
      .getByRole('img', { name: /^春晖社区 \d{4}\.\d\d\.\d\d 已投票$/ })
      .waitFor();
    expect(page.url()).not.toContain(candidateId);
    await resident.picture('vote-receipt');
    await shown(page).getByRole('button', { name: '知道了' }).click();
    await page.waitForURL(/selection\/campaign\//);
    await page.reload();
    await shown(page).getByText('您家已经投过了，谢谢您').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await turnoutOn(resident)).toEqual([before + 1, roll]);
    expect(await shown(page).getByRole('button', { name: '投给这一家' }).count()).toBe(0);
    expect(
      await shown(page)
        .getByText(/\d 票$/)
        .count(),
    ).toBe(0);
    expect(keptUnderWay).not.toBe('');
    expect(keptUnderWay).not.toContain('change:');
    // What the phone keeps names all candidates of the list alike, and none as chosen.
    const kept = await keptOn(resident);
    expect(kept).not.toContain('change:');
    expect(kept.split(candidateId)).toHaveLength(2);

    await steward.page.reload();
    await steward.page.waitForLoadState('networkidle');
    expect(await wordsOf(shown(steward.page).locator('.hero-num'))).toBe(String(before + 1));
    await steward.page.getByText('票箱封着，谁也看不到票数').waitFor();
    expect(
      await shown(steward.page)
        .getByText(/\d 票$/)
        .count(),
    ).toBe(0);
    await steward.picture('selection-console');
    expect([...resident.troubles, ...steward.troubles]).toEqual([]);
    await Promise.all([resident.leave(), steward.leave()]);
  });

  test('somebody of the home who is not its householder reads everything and cannot vote', async () => {
    const { browser, town } = given();
    const [spouse] = await town.bank.reader
      .select({ id: communityPeople.id })
      .from(communityPeople)
      .where(and(eq(communityPeople.relation, '配偶'), eq(communityPeople.state, 'here')));
    if (!spouse) throw new Error('nobody of the demonstration is married');
    const person = await arrive(browser, town, PHONE);
    await signInAs(person, spouse.id);
    await openOwnCampaign(town, person);
    await shown(person.page).getByText('您家还没投，由户主投').waitFor();
    expect(await shown(person.page).getByRole('button', { name: '投给这一家' }).count()).toBe(0);
    await shown(person.page).getByRole('link', { name: '看事迹' }).first().click();
    await person.page.waitForURL(/selection\/candidate/);
    await shown(person.page).getByRole('button', { name: '由户主投' }).waitFor();
    expect(person.troubles).toEqual([]);
    await person.leave();
  });
}

/** A new campaign from its days to its ballot, as far as one day reaches. */
function newCampaignJourney(given: Given): void {
  test('a steward opens a campaign, neighbours recommend, the shortlist closes the roll and opens the vote', async () => {
    const { browser, town } = given();
    const title = '第一季度文明户评选';
    const steward = await arrive(browser, town, DESK);
    await signInBy(steward, '社区干部');
    await steward.visit('/staff/open-campaign/index');
    const office = steward.page;
    await office.getByRole('button', { name: '开始推荐' }).click();
    await office.getByText('请写这次评选叫什么').waitFor();
    await office.getByLabel('叫什么').fill(title);
    await office.getByRole('radio', { name: '文明户' }).click();
    await office.getByLabel('评出几家').fill('1');
    await office.reload();
    expect(await office.getByLabel('叫什么').inputValue()).toBe(title);
    await office.getByRole('button', { name: '开始推荐' }).click();
    await office.waitForURL(/staff\/campaign\//);
    await shown(office).getByText('还没有人推荐').waitFor();
    const campaignId = await campaignNamed(town, title);

    const homes = await town.bank.reader
      .select({ code: communityPeople.code })
      .from(communityPeople)
      .where(and(eq(communityPeople.relation, '户主'), ne(communityPeople.isLoneElder, true)));
    const [one = '', other = ''] = homes.map(({ code }) => code.slice(0, 8));
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    await resident.visit(`/selection/campaign/index?id=${campaignId}`);
    const { page } = resident;
    await shown(page).getByRole('link', { name: '推荐一家' }).click();
    await page.waitForURL(/selection\/nominate/);
    const recommend = async (code: string, story: string) => {
      await page.getByLabel('推荐哪一家（存折号）').fill(code);
      await page.getByLabel('这一家做了什么').fill(story);
      await page.getByRole('button', { name: '推荐这一家' }).click();
    };
    await recommend(NOBODYS_CODE, '天天打扫楼道，从来不要人说');
    await page.getByText('这个安置点没有这一户，请核对户编号').waitFor();
    await page.reload();
    expect(await page.getByLabel('这一家做了什么').inputValue()).toBe('天天打扫楼道，从来不要人说');
    await recommend(one, '天天打扫楼道，从来不要人说');
    await page.getByText(/^推荐好了：.\*.? 家，谢谢您$/).waitFor();
    await resident.picture('nominate');
    await recommend(one, '再说一遍，真的是好人家');
    await page.getByText('您家已经推荐过这一家，不用再推荐').waitFor();
    await recommend(other, '照看楼里的老人，三年没有断过');
    await page.getByText(/^推荐好了/).waitFor();

    await office.reload();
    await shown(office).getByText('收到推荐 2 家').waitFor();
    await shown(office).getByRole('button', { name: '候选要多于 1 家' }).waitFor();
    for (const row of await shown(office).getByRole('switch').all()) await row.click();
    await office
      .getByLabel(/的事迹，大家看得到$/)
      .first()
      .fill('每天清早扫楼道，带着整栋楼爱干净');
    await steward.picture('shortlist');
    await office.getByRole('button', { name: '定候选，开投票' }).click();
    const sheet = office.getByRole('dialog', { name: '开投票' });
    await sheet.getByText('候选和事迹从现在起不能再改').waitFor();
    await sheet.getByRole('button', { name: '封名册，开投票' }).click();
    await shown(office)
      .getByText(/^还没到投票时间，/)
      .waitFor();
    await shown(office).getByText('票箱封着，谁也看不到票数').waitFor();

    await resident.visit(`/selection/campaign/index?id=${campaignId}`);
    await shown(page)
      .getByText(/^还没到投票时间，\d+ 月 \d+ 日 周. 开始$/)
      .waitFor();
    await shown(page).getByText('每天清早扫楼道，带着整栋楼爱干净').waitFor();
    expect(await shown(page).getByRole('button', { name: '投给这一家' }).count()).toBe(0);
    expect([...resident.troubles, ...steward.troubles]).toEqual([]);
    await Promise.all([resident.leave(), steward.leave()]);
  });
}

/** The urn of a campaign whose voting is over. */
function countJourney(given: Given): void {
  test('one steward asks for the count and alone gets no further; another opens it, and everybody reads the result', async () => {
    const { browser, town } = given();
    const campaignId = await campaignNamed(town, '文明户评选');
    const [first, second] = await Promise.all([
      arrive(browser, town, DESK),
      arrive(browser, town, DESK),
    ]);
    await signInBy(first, '社区干部');
    await first.visit('/staff/workbench/index');
    await first.page.getByRole('link', { name: /次评选等您办/ }).click();
    await first.page.getByRole('link', { name: /^文明户评选.*要开票$/ }).click();
    await first.page.waitForURL(/staff\/campaign\//);
    await shown(first.page).getByRole('button', { name: '申请开票' }).click();
    await first.page.getByRole('dialog').getByRole('button', { name: '申请开票' }).click();
    await shown(first.page).getByText('您已经申请开票，请另一位社区干部登录后来打开').waitFor();
    await first.page.reload();
    await shown(first.page).getByText('您已经申请开票，请另一位社区干部登录后来打开').waitFor();
    expect(
      await shown(first.page)
        .getByRole('button', { name: /开票|打开票箱/ })
        .count(),
    ).toBe(0);

    await signInBy(second, '第二位干部');
    await second.visit(`/staff/campaign/index?id=${campaignId}`);
    expect(
      await shown(second.page)
        .getByText(/\d 票$/)
        .count(),
    ).toBe(0);
    await shown(second.page).getByRole('button', { name: '打开票箱' }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: '打开票箱' }).click();
    await shown(second.page).getByText('选上了').first().waitFor();
    await shown(second.page).getByRole('button', { name: '还在公示' }).waitFor();
    await second.picture('selection-opened');

    const anyone = await arrive(browser, town, PHONE);
    await anyone.visit('/notices/board-page/index');
    await shown(anyone.page).getByRole('heading', { name: '文明户评选公示' }).waitFor();
    await shown(anyone.page)
      .getByText(/公示到 \d+ 月 \d+ 日 周./)
      .waitFor();
    await shown(anyone.page)
      .getByText(/^.\*.?$/)
      .first()
      .waitFor();
    await anyone.picture('notice-board');
    await anyone.visit(`/selection/campaign/index?id=${campaignId}`);
    await shown(anyone.page).getByRole('heading', { name: '结果', exact: true }).waitFor();
    expect(
      await shown(anyone.page)
        .getByText(/^\d+ 票$/)
        .count(),
    ).toBe(6);
    expect([...first.troubles, ...second.troubles, ...anyone.troubles]).toEqual([]);
    await Promise.all([first.leave(), second.leave(), anyone.leave()]);
  });
}

/** 评选: a home votes once and in secret; a campaign is opened, shortlisted, counted by two and made public. */
export function selectionJourneys(given: Given): void {
  // First, while the home of the demonstration has not voted.
  test('somebody of another site, and nobody in particular, read a campaign and are told why they cannot vote', async () => {
    const { browser, town } = given();
    const campaignId = await campaignNamed(town, '本季最美家庭评选');
    const anyone = await arrive(browser, town, PHONE);
    await anyone.visit(`/selection/campaign/index?id=${campaignId}`);
    await shown(anyone.page).getByText('一户一票，户主登录后可以投').waitFor();
    const foreign = await campaignNamed(town, '本季好婆婆评选');
    await signInBy(anyone, '居民');
    await anyone.visit(`/selection/nominate/index?id=${foreign}`);
    await shown(anyone.page).getByText('现在不能推荐').waitFor();
    await anyone.visit('/selection/honours/index');
    await shown(anyone.page)
      .getByText(/^.\*.? 家$/)
      .first()
      .waitFor();
    expect(anyone.troubles).toEqual([]);
    await anyone.leave();
  });
  ballotJourney(given);
  newCampaignJourney(given);
  countJourney(given);
}
