export default definePageConfig({ navigationBarTitleText: '候选家庭' });
