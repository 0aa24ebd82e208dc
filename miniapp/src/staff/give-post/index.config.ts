export default definePageConfig({ navigationBarTitleText: '给岗位' });
