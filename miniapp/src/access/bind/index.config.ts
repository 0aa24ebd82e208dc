export default definePageConfig({ navigationBarTitleText: '绑定存折' });
